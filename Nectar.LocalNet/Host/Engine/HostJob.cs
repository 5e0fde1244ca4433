namespace Nectar.LocalNet.Host.Engine;

/// <summary>A request on its way through a lane.</summary>
internal sealed class HostJob(ReadOnlyMemory<byte> request, FetchEntry? ledger, CancellationToken cancellation)
{
    // Continuations must not run on a worker's thread: its next job would wait for them.
    private readonly TaskCompletionSource<byte[]> response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<byte[]> Response => response.Task;

    /// <summary>Answers the job with what the call gives or throws.</summary>
    public void Run(Func<ReadOnlyMemory<byte>, FetchEntry?, byte[]> call)
    {
        if (cancellation.IsCancellationRequested)
        {
            response.SetCanceled(cancellation);
            return;
        }

        try
        {
            response.SetResult(call(request, ledger));
        }
#pragma warning disable CA1031 // Every exception belongs to the job's caller, none to the thread.
        catch (Exception error)
#pragma warning restore CA1031
        {
            response.SetException(error);
        }
    }

    public void Refuse(Exception error) => response.TrySetException(error);
}
