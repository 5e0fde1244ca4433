using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>
/// One keeper, running: a cycle for every ledger until it is told to stop. Several of them in one process share nothing but
/// the chain and the journal, where each has its own lines.
/// </summary>
public sealed class KeeperRunner
{
    private readonly KeeperOptions options;
    private readonly ISorobanServer server;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CaseLog log;
    private readonly KeeperControl control;
    private readonly PositionMonitor? monitor;
    private readonly CircuitBreaker? breaker;
    private readonly KeeperCycle? cycle;
    private KeeperSettings taken;
    private int failures;
    private long cycles;

    /// <summary>Puts a keeper together.</summary>
    /// <param name="options">Who it is and whom it deals with.</param>
    /// <param name="network">The network.</param>
    /// <param name="server">Its server.</param>
    /// <param name="journal">Its memory.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For operators.</param>
    /// <param name="control">Changes its settings while it runs; null for those of its options.</param>
    public KeeperRunner(
        KeeperOptions options, Network network, ISorobanServer server, IKeeperJournal journal, TimeProvider time, ILoggerFactory loggers, KeeperControl? control = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.server, this.time) = (options, server, time);
        taken = KeeperSettings.Of(options);
        this.control = control ?? new KeeperControl(taken);
        logger = loggers.CreateLogger<KeeperRunner>();
        log = new CaseLog(journal, options, time);
        if (options.Pool is not { } pool)
        {
            return;
        }

        var sending = new TransactionSenderOptions
        {
            ValidForLedgers = FillDesk.ValidForLedgers,
            PollInterval = TimeSpan.FromTicks(Math.Clamp(options.LedgerTime.Ticks / 5, TimeSpan.TicksPerMillisecond * 20, TimeSpan.TicksPerSecond)),
        };
        var sender = new TransactionSender(server, network, options.Key, [], time, sending, loggers.CreateLogger<TransactionSender>());
        monitor = new PositionMonitor(server, journal, options, pool);
        breaker = new CircuitBreaker(options);
        cycle = Assemble(new KeeperChain(server, sender, options, pool), monitor, breaker, log, options, this.control, network);
    }

    /// <summary>Who it is.</summary>
    public KeeperOptions Options => options;

    /// <summary>What it saw in its last cycle; null before the first.</summary>
    public KeeperView? View { get; private set; }

    /// <summary>
    /// Runs until told to stop; then begins no case, brings what is out to a safe state within <see cref="KeeperOptions.StopWithin"/>,
    /// and ends. A network out of reach never ends it.
    /// </summary>
    /// <exception cref="Exception">The journal could not write: without a memory nothing may be sent.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        await LoadAsync(stopping).ConfigureAwait(false);
        var known = monitor is null ? 0 : await monitor.LoadAsync(stopping).ConfigureAwait(false);
        KeeperLog.Starting(logger, options.Name, log.Open.Count, known);
        await log.TellAsync(new KeeperEvent.Started(options.Mode, log.Open.Count, known), stopping).ConfigureAwait(false);

        using var bounded = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var registration = stopping.Register(() => bounded.CancelAfter(options.StopWithin)).ConfigureAwait(false);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                // Taken before the look, so that no change falls between it and the pause.
                var changed = control.WhenChanged;
                var pause = await LookAsync(bounded.Token).ConfigureAwait(false);
                using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                await Task.WhenAny(changed, pause(over.Token)).ConfigureAwait(false);
                await over.CancelAsync().ConfigureAwait(false);
            }

            KeeperLog.Stopping(logger, options.Name, log.Open.Count);
            while (cycle is not null && !await cycle.SettleAsync(bounded.Token).ConfigureAwait(false))
            {
                await Task.Delay(Sooner, time, bounded.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (bounded.IsCancellationRequested)
        {
            KeeperLog.StoppedShort(logger, options.Name);
        }
        catch (Exception problem) when (stopping.IsCancellationRequested && IsOfTheNetwork(problem))
        {
            KeeperLog.CycleFailed(logger, options.Name, problem.Message);
            KeeperLog.StoppedShort(logger, options.Name);
        }

        await log.TellAsync(new KeeperEvent.Stopped(log.Open.Count), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Runs exactly one cycle, for those who drive the keeper themselves; false while no ledger has closed since the last.</summary>
    /// <exception cref="RpcTransportException">The network could not be asked; so for all that the server may refuse.</exception>
    public async Task<bool> RunCycleAsync(CancellationToken cancel)
    {
        if (View is null && log.Open.Count == 0)
        {
            await LoadAsync(cancel).ConfigureAwait(false);
        }

        return await CycleAsync(cancel).ConfigureAwait(false);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await log.LoadAsync(cancel).ConfigureAwait(false);
        breaker?.Restore(await log.TrippedAsync(cancel).ConfigureAwait(false));
    }

    private TimeSpan Sooner => Max(TimeSpan.FromMilliseconds(20), Ledger / 10);

    private TimeSpan Ledger => monitor is null ? options.LedgerTime : TimeSpan.FromMilliseconds(monitor.Pace.Milliseconds);

    /// <summary>Looks once, and gives the pause before the next look.</summary>
    private async Task<Func<CancellationToken, Task>> LookAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        try
        {
            var isNew = await CycleAsync(cancel).ConfigureAwait(false);
            if (failures > 0)
            {
                KeeperLog.Recovered(logger, options.Name, failures);
                failures = 0;
            }

            // A little less than a ledger from look to look, so that it stays just behind the close: then it comes too early
            // now and then, asks once more, and is in step again. A server that tells of the close need not be guessed at.
            var (longest, pause) = (control.Current.PollInterval, isNew ? (Ledger * 0.995) - time.GetElapsedTime(began) : Sooner);
            return monitor is null
                ? over => Task.Delay(Min(longest, Ledger), time, over)
                : over => server.PauseAsync(monitor.Last, longest, Min(longest, pause), time, over);
        }
        catch (Exception problem) when (IsOfTheNetwork(problem))
        {
            await TellFailureAsync(problem, cancel).ConfigureAwait(false);
            var pause = Min(control.Current.PollInterval, Ledger * Math.Min(1 << Math.Min(failures, 6), 60));
            return over => Task.Delay(pause, time, over);
        }
    }

    private async Task<bool> CycleAsync(CancellationToken cancel)
    {
        using var span = KeeperTracing.StartCycle(options.Name);
        try
        {
            var isNew = await LookAtPoolAsync(cancel).ConfigureAwait(false);
            KeeperTracing.End(span, isNew ? View : null);
            return isNew;
        }
        catch (Exception problem) when (IsOfTheNetwork(problem))
        {
            span?.SetStatus(ActivityStatusCode.Error, problem.Message);
            throw;
        }
    }

    private async Task<bool> LookAtPoolAsync(CancellationToken cancel)
    {
        var settings = control.Current;
        if (settings with { Version = taken.Version } != taken)
        {
            await log.TellAsync(new KeeperEvent.SettingsTaken(settings.IsPaused, settings.IsDryRun, settings.MinProfit, (int)settings.PollInterval.TotalSeconds), cancel).ConfigureAwait(false);
        }

        taken = settings;
        if (cycle is null)
        {
            if (cycles++ == 0)
            {
                await log.TellAsync(new KeeperEvent.CycleEnded(0, 0, 0, 0, null, null, [new WhyNot(null, "BLEND_POOL is not set: there is no pool to watch")]), cancel).ConfigureAwait(false);
            }

            return true;
        }

        if (await cycle.RunAsync(settings.IsPaused, cancel).ConfigureAwait(false) is not { } seen)
        {
            return false;
        }

        cycles++;
        View = new KeeperView(options.Account, options.Name, options.Mode, seen.Ledger, time.GetUtcNow(), seen.Positions, seen.Prices, seen.Cases, cycles, null);
        KeeperLog.CycleDone(logger, options.Name, seen.Ledger);
        return true;
    }

    private async Task TellFailureAsync(Exception problem, CancellationToken cancel)
    {
        failures++;
        View = View is null ? null : View with { Fault = problem.Message };
        // The first of a row, and then at growing distances: a network that is away for a night is not a thousand lines.
        if (int.IsPow2(failures))
        {
            KeeperLog.CycleFailed(logger, options.Name, problem.Message);
            await log.TellAsync(new KeeperEvent.CycleFailed(problem.Message), cancel).ConfigureAwait(false);
        }
    }

    // What the network or a contract answered, or did not; anything else is a bug or the journal, and ends the keeper.
    private static bool IsOfTheNetwork(Exception problem) =>
        problem is RpcTransportException or RpcErrorException or XdrException or OverflowException or InvalidOperationException;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static KeeperCycle Assemble(KeeperChain chain, PositionMonitor monitor, CircuitBreaker breaker, CaseLog log, KeeperOptions options, KeeperControl control, Network network)
    {
        var steps = new StepSender(chain, log, options, control);
        var quotes = new QuoteBook(chain, breaker, log);
        var desk = new FillDesk(chain, quotes, breaker, log, monitor.Pace, options, control, network);
        var races = new RaceJudge(chain, log, monitor.Events);
        var opener = new AuctionOpener(chain, steps, log, races);
        var atomic = new AtomicLiquidation(chain, steps, log, races, desk, options, control);
        var draw = new CapitalDraw(chain, steps, log);
        var trade = new ExchangeTrade(steps, log);
        var purchase = new DebtPurchase(chain, trade, options);
        var fill = new AuctionFill(chain, steps, log, races);
        var sale = new LotSale(chain, trade, log, quotes, options);
        var back = new ProceedsReturn(chain, steps, log);
        var work = new CaseWork(chain, log, desk, races, opener, atomic, draw, new StagedWork(chain, log, desk, races, purchase, fill, sale, back));
        return new KeeperCycle(
            monitor,
            breaker,
            new CaseResumption(chain, log, steps, opener, atomic, draw, trade, fill, back),
            new CaseFinder(log, breaker, options),
            work,
            new CycleReport(log, work, breaker, monitor, options),
            log,
            control);
    }
}
