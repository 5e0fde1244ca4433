using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>Where the note of a sent transaction outlives a reload.</summary>
public interface IFlowMemory
{
    /// <summary>Keeps a note in the place of the last one.</summary>
    Task KeepAsync(SentNote note);

    /// <summary>The note; null where there is none.</summary>
    /// <param name="account">Whose wallet is connected; null for none.</param>
    Task<SentNote?> FindAsync(AccountId? account);

    /// <summary>Forgets it: how the transaction ended was seen.</summary>
    Task ForgetAsync(SentNote note);
}
