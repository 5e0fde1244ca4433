namespace Nectar.Web.Flow;

/// <summary>Where the note of a sent transaction outlives a reload: the visitor's browser.</summary>
public interface IFlowMemory
{
    /// <summary>Keeps a note in the place of the last one.</summary>
    Task KeepAsync(SentNote note);

    /// <summary>The note; null where there is none.</summary>
    Task<SentNote?> FindAsync();

    /// <summary>Forgets it.</summary>
    Task ForgetAsync();
}
