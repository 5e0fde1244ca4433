using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

/// <summary>A browser's storage.</summary>
internal sealed class TestMemory : IFlowMemory
{
    public SentNote? Note { get; private set; }

    public List<SentNote> Kept { get; } = [];

    public Task KeepAsync(SentNote note)
    {
        Note = note;
        Kept.Add(note);
        return Task.CompletedTask;
    }

    public Task<SentNote?> FindAsync() => Task.FromResult(Note);

    public Task ForgetAsync()
    {
        Note = null;
        return Task.CompletedTask;
    }
}
