using Nectar.Core.Units;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

/// <summary>A browser's storage.</summary>
internal sealed class TestMemory : IFlowMemory
{
    public SentNote? Note { get; private set; }

    public List<SentNote> Kept { get; } = [];

    /// <summary>Called as it is told to keep a note; nothing by default.</summary>
    public Func<Task> OnKeep { get; init; } = () => Task.CompletedTask;

    public Task KeepAsync(SentNote note)
    {
        Note = note;
        Kept.Add(note);
        return OnKeep();
    }

    public Task<SentNote?> FindAsync(AccountId? account) => Task.FromResult(Note);

    public Task ForgetAsync(SentNote note)
    {
        Note = null;
        return Task.CompletedTask;
    }
}
