namespace Nectar.LocalNet.Closing;

/// <summary>Closes a ledger at each interval until it is stopped; an interval that comes while one is being closed is left out.</summary>
internal sealed class IntervalLoop : IAsyncDisposable
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource stop = new();
    private readonly PeriodicTimer timer;
    private readonly Task running;

    public IntervalLoop(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> close)
    {
        timer = new PeriodicTimer(Checked(interval), time);
        running = RunAsync(close);
    }

    public static TimeSpan Checked(TimeSpan interval) => interval >= Shortest && interval <= Longest
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), interval, $"ledgers are closed every {Shortest.TotalMilliseconds} ms at most and once a day at least");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        timer.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task> close)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                await close(stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }
}
