using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Waiting for the next ledger, with any server.</summary>
internal static class LedgerWaiting
{
    /// <summary>
    /// Waits until a later ledger than the last one known has closed where the server tells of it, and no longer than told;
    /// of any other server just that long.
    /// </summary>
    /// <param name="server">The network.</param>
    /// <param name="last">The last ledger known.</param>
    /// <param name="longestWatch">How long to wait at most where the server tells of the close.</param>
    /// <param name="pause">How long to wait where it does not.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task PauseAsync(
        this ISorobanServer server, LedgerNumber last, TimeSpan longestWatch, TimeSpan pause, TimeProvider time, CancellationToken cancel)
    {
        if (server is not ILedgerWatch watch)
        {
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time, cancel).ConfigureAwait(false);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var closed = watch.WhenClosedAfterAsync(last, over.Token);
        await Task.WhenAny(closed, Task.Delay(longestWatch, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
    }
}
