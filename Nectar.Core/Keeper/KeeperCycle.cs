using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>The story of a keeper, once over: monitor, detect, auction, draw, fill, return.</summary>
internal sealed class KeeperCycle(
    PositionMonitor monitor, CircuitBreaker breaker, CaseResumption resumption, CaseFinder finder, CaseWork work, CycleReport report, CaseLog log, KeeperControl control)
{
    /// <summary>
    /// One look at the pool and all that follows from it; null while no ledger has closed since the last. While stopping no
    /// case is begun, and those with nothing out are left as they are.
    /// </summary>
    public async Task<CycleView?> RunAsync(bool isStopping, CancellationToken cancel)
    {
        // Monitor: the whole pool at one ledger.
        if (await monitor.ReadAsync([.. log.Open.Select(c => SCAddress.Parse(c.Borrower))], cancel).ConfigureAwait(false) is not { } pool)
        {
            return null;
        }

        log.Ledger = pool.Ledger;
        foreach (var change in breaker.Observe(pool))
        {
            await log.TellAsync(change, cancel).ConfigureAwait(false);
        }

        // What was on its way comes first: nothing is sent before its end is known.
        foreach (var stands in log.Open)
        {
            await resumption.SettleAsync(stands, pool, cancel).ConfigureAwait(false);
        }

        // Detect: whoever may be liquidated is a case or has a reason why not.
        var verdicts = await finder.FindAsync(pool, isStopping, cancel).ConfigureAwait(false);

        // Auction, draw, fill, return: each case goes as far as it can. Those with capital out go first, then those that race
        // for the next ledger with an auction to open; auctions that are open wait for their curve anyhow.
        foreach (var stands in log.Open.OrderByDescending(c => c.HasCapitalOut).ThenByDescending(c => c.State is CaseState.Detected))
        {
            // What a dry run would not send, it does not begin with capital that is out already: that goes home.
            await work.AdvanceAsync(stands, pool, isStopping || (control.Current.IsDryRun && stands.HasCapitalOut), cancel).ConfigureAwait(false);
        }

        return await report.TellAsync(pool, verdicts, cancel).ConfigureAwait(false);
    }

    /// <summary>Brings what is out back to a safe state without looking for more; true once nothing is out.</summary>
    public async Task<bool> SettleAsync(CancellationToken cancel)
    {
        if (log.Open.Any(c => c.HasCapitalOut || c.State.InFlight is not null))
        {
            await RunAsync(true, cancel).ConfigureAwait(false);
        }

        return !log.Open.Any(c => (c.HasCapitalOut && c.State is not CaseState.Stuck) || c.State.InFlight is not null);
    }
}
