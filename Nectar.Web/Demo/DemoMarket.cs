using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.Web.Demo;

/// <summary>
/// Runs the market: with each round of ledgers its prices, and whoever's turn it is. What a round does depends on the seed
/// and on the chain alone; nothing is remembered from one to the next, so that it runs for as long as it is left to.
/// </summary>
internal sealed class DemoMarket
{
    private const uint RestockPhase = 28;
    private readonly ISorobanServer server;
    private readonly DemoOptions options;
    private readonly DemoPeople people;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly IPricePath path;
    private readonly MarketSlots slots;
    private readonly DepositorTurns depositors;
    private readonly BorrowerTurns turns;
    private readonly IReadOnlyList<BorrowerTerms> terms;
    private readonly DemoBorrowing borrowing;
    private readonly DemoDepositing depositing;
    private readonly DemoInventory inventory;

    /// <summary>Takes a network that has everything deployed.</summary>
    public DemoMarket(ISorobanServer server, DemoOptions options, DemoPeople people, DemoContracts contracts, IPricePath path, TimeProvider time, ILogger<DemoMarket> logger)
    {
        (this.server, this.options, this.people, this.path, this.time, this.logger) = (server, options, people, path, time, logger);
        slots = new MarketSlots(options.Seed);
        depositors = new DepositorTurns(options.Seed);
        terms = BorrowerTerms.Of(options.Seed, options.Borrowers);
        turns = new BorrowerTurns(slots, terms);
        Prices = new DemoPrices(people, contracts, path);
        borrowing = new DemoBorrowing(server, people, contracts, terms);
        depositing = new DemoDepositing(server, people, contracts);
        inventory = new DemoInventory(server, people, contracts);
    }

    /// <summary>Tells the feeds the prices of a round and nothing else, for whoever drives prices alone.</summary>
    public DemoPrices Prices { get; }

    /// <summary>Lets every borrower take up its own terms.</summary>
    /// <exception cref="DemoFaultException">The network did not take one.</exception>
    public Task OpenAsync(CancellationToken cancel) =>
        Task.WhenAll(terms.Select((t, b) => borrowing.BorrowAsync(b, t.HealthBps, true, path.MarketPriceE7(t.Asset, 0), cancel)));

    /// <summary>Plays rounds from the latest ledger on until it is cancelled. A round that the network does not take is told and left out.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var first = (await LedgerMoment.ReadAsync(server, cancel)).Ledger;
        for (uint? last = null; ;)
        {
            var now = (await LedgerMoment.ReadAsync(server, cancel)).Ledger;
            // A network that goes back in time begins anew.
            first = now < first ? now : first;
            var round = (now.Value - first.Value) / MarketSlots.LedgersPerRound;
            if (round != last)
            {
                last = round;
                await PlayAsync(round, cancel);
            }
            else
            {
                await Task.Delay(options.LedgerInterval, time, cancel);
            }
        }
    }

    /// <summary>Plays one round.</summary>
    public async Task PlayAsync(uint round, CancellationToken cancel)
    {
        var (slot, phase) = (MarketSlots.SlotOf(round), MarketSlots.PhaseOf(round));
        if (phase == 0)
        {
            DemoLog.Slot(logger, slot, slots.SceneOf(slot), DemoAsset.Collateral[MarketSlots.AssetOf(slot)].Code);
        }

        await TryAsync(round, () => Prices.TellAsync(round, cancel));
        await Task.WhenAll(turns.Of(round).Select(t => TryAsync(round, () => BorrowAsync(round, t.Borrower, t.HealthBps, t.OnlyWithoutDebt, cancel))));
        if (phase == DepositorTurns.Phase && depositors.Of(slot, people.Depositors.Count) is var (depositor, stroops))
        {
            await TryAsync(round, () => depositing.MoveAsync(depositor, stroops, cancel));
        }

        if (phase == RestockPhase)
        {
            await TryAsync(round, () => inventory.RestockAsync(MarketSlots.AssetOf(slot), cancel));
        }
    }

    private async Task BorrowAsync(uint round, int borrower, int healthBps, bool onlyWithoutDebt, CancellationToken cancel)
    {
        var price = path.MarketPriceE7(terms[borrower].Asset, round);
        var plan = await borrowing.BorrowAsync(borrower, healthBps, onlyWithoutDebt, price, cancel);
        DemoLog.Borrowing(logger, people.Borrowers[borrower].Name, plan);
    }

    private async Task TryAsync(uint round, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is DemoFaultException or RpcTransportException or RpcErrorException or InvalidOperationException)
        {
            DemoLog.LeftOut(logger, round, fault.Message);
        }
    }
}
