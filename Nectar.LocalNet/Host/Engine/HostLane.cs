namespace Nectar.LocalNet.Host.Engine;

/// <summary>
/// Workers for one kind of call. The one that worked last is taken first, since its modules are parsed; a further one
/// is made when all are busy, up to <paramref name="size"/>; then jobs wait in their order.
/// </summary>
internal sealed class HostLane(int size, Func<HostWorker> create) : IDisposable
{
    private readonly object gate = new();
    private readonly Stack<HostWorker> idle = new();
    private readonly Queue<HostJob> waiting = new();
    private int workers;
    private bool closed;

    public Task<byte[]> Submit(HostJob job)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (idle.TryPop(out var worker))
            {
                worker.Assigned = job;
                Monitor.PulseAll(gate);
            }
            else
            {
                waiting.Enqueue(job);
                if (workers < size)
                {
                    workers++;
                    create().Start(Next);
                }
            }
        }

        return job.Response;
    }

    /// <summary>Lets workers end after the job that they are at; jobs that wait are refused.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            while (waiting.TryDequeue(out var job))
            {
                job.Refuse(new ObjectDisposedException(nameof(HostLane)));
            }

            Monitor.PulseAll(gate);
        }
    }

    private HostJob? Next(HostWorker worker)
    {
        lock (gate)
        {
            if (!closed && waiting.TryDequeue(out var next))
            {
                return next;
            }

            idle.Push(worker);
            while (worker.Assigned is null && !closed)
            {
                Monitor.Wait(gate);
            }

            var job = worker.Assigned;
            worker.Assigned = null;
            return job;
        }
    }
}
