namespace Nectar.LocalNet.Closing;

/// <summary>Wakes all who wait for the next ledger.</summary>
internal sealed class LedgerSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiting;

    /// <summary>Completes at the next <see cref="Raise"/>.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return waiting.Task;
            }
        }
    }

    public void Raise()
    {
        TaskCompletionSource? raised;
        lock (gate)
        {
            (raised, waiting) = (waiting, null);
        }

        raised?.TrySetResult();
    }
}
