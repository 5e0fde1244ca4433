using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

/// <summary>What the demo promises, on its real network with its real keepers, in ledgers.</summary>
public sealed class PlayedMarketTests(PlayedMarket played) : IClassFixture<PlayedMarket>
{
    private const uint LedgersPerMinute = 600;
    private static readonly DemoOptions options = new();
    private static readonly PricePath path = new(options.Seed);

    [Fact]
    public void It_has_usdc_three_collateral_assets_and_thirty_borrowers_and_nobody_is_left_out()
    {
        Assert.Equal(["USDC", "BTC", "ETH", "SOL"], DemoAsset.All.Select(a => a.Code));
        Assert.Equal(4, played.Demo.Contracts.Tokens.Distinct().Count());
        Assert.Equal(30, played.Before.Debts.Count);
        Assert.All(played.Before.Debts, owed => Assert.True(owed > 0));
        Assert.Empty(played.Told.Warnings);
        Assert.Empty(played.Events.OfType<KeeperEvent.StepFailed>());
        Assert.Empty(played.Events.OfType<KeeperEvent.CycleFailed>());
    }

    [Fact]
    public void Feeds_and_exchange_follow_the_seeded_path_in_every_round()
    {
        Assert.Equal(PlayedMarket.SlotCount * (int)MarketSlots.RoundsPerSlot, played.Prices.Count);
        foreach (var told in played.Prices)
        {
            var market = path.MarketPriceE7(told.Asset, told.Round);
            Assert.Equal((path.PoolPriceE7(told.Asset, told.Round), (Int128)market * 10_000_000), (told.Pool, told.Market));
            // The exchange gives the market's price less 30 basis points, rounded down.
            Assert.InRange(told.Quote, Worth(9_969), Worth(9_971));

            Int128 Worth(int bps) => (Int128)ToldPrices.Units(told.Asset) * market / 10_000_000 * bps / 10_000;
        }
    }

    [Fact]
    public void The_first_liquidation_ends_within_a_minute_of_ledgers_and_then_one_every_twenty_to_forty_seconds()
    {
        var ends = Won().Select(w => w.Ledger.Value).Order().ToList();

        Assert.InRange(ends[0] - played.FirstLedger, 1u, LedgersPerMinute);
        // Six dips, the jump, and two in each deep dip.
        Assert.Equal(11, ends.Count);
        Assert.InRange((ends[^1] - played.FirstLedger) / (uint)ends.Count, 200u, 400u);
        var calm = played.SlotsOf(MarketScene.Calm).Single();
        Assert.All(Enumerable.Range(0, PlayedMarket.SlotCount).Where(s => s != calm), s => Assert.Contains(played.In(s), IsWon));
    }

    [Fact]
    public void Both_keepers_enter_each_race_and_one_of_them_wins_it()
    {
        var races = played.Journal.Cases.GroupBy(c => (c.Borrower, c.AuctionStart)).ToList();

        Assert.Equal(11, races.Count);
        foreach (var race in races)
        {
            Assert.Equal(2, race.Select(c => c.Keeper).Distinct().Count());
            var told = played.Events.Where(e => race.Any(c => c.Id == e.CaseId)).ToList();
            var won = Assert.Single(told, IsWon);
            // Who came too late learnt it from the auction, or from a price that moved between its draw and its fill.
            var lost = Assert.Single(told, e => e is KeeperEvent.RaceLost { Step: not CaseStep.Auction }
                || (e is KeeperEvent.FillPlanned plan && plan.Reason.EndsWith("what was drawn goes back", StringComparison.Ordinal)));
            Assert.NotEqual(won.Keeper, lost.Keeper);
            Assert.All(race, c => Assert.False(c.IsOpen));
        }

        Assert.All(played.Demo.People.Keepers, k => Assert.Contains(Won(), w => w.Keeper == k.Key.AccountId));
    }

    [Fact]
    public void A_race_that_is_lost_in_a_ledger_is_a_failed_transaction_with_the_contracts_number_and_its_fee()
    {
        var lost = played.Events.OfType<KeeperEvent.RaceLost>().Where(l => l.Hash is not null).ToList();
        var included = Transactions(played.Demo.People.Keepers).ToDictionary(t => t.Hash);

        Assert.All(lost, l => Assert.False(included[l.Hash!.Value].Succeeded));
        Assert.All(lost, l => Assert.Equal(included[l.Hash!.Value].Result().FeeCharged, l.FeeCharged));
        // Blend's pool traps where an auction is gone, which has no number; opening a second and the vault have theirs.
        Assert.All(lost, l => Assert.Equal(
            l.Step switch { CaseStep.Auction => 1212u, CaseStep.Liquidate => (uint?)VaultError.AuctionGone, _ => null }, l.Code));
        Assert.Contains(lost, l => l.Step == CaseStep.Auction);
        Assert.Contains(lost, l => l.Step is CaseStep.Liquidate or CaseStep.Fill);
        Assert.Equal(included.Values.Count(t => !t.Succeeded), lost.Count);
    }

    [Fact]
    public void Who_loses_pays_fees_and_nothing_else_and_who_wins_gets_a_tenth()
    {
        foreach (var (place, keeper) in played.Demo.People.Keepers.Index())
        {
            var (before, after) = (played.Before.Keepers[place], played.After.Keepers[place]);
            var told = played.Events.Where(e => e.Keeper == keeper.Key.AccountId).ToList();
            var profits = told.Where(IsWon).Select(ProfitOf).ToList();

            Assert.Equal(profits.Sum(p => (long)p.Stroops / 10), (long)(after.Held - before.Held).Stroops);
            Assert.Equal(before.Stake, after.Stake);
            Assert.Equal((Usdc.Zero, 0u, Usdc.Zero), (after.Record.Drawn, after.Record.Defaults, after.Record.Losses));
            Assert.Equal(after.Record.Draws, after.Record.Returns);
            var paid = Transactions([keeper]).Sum(t => t.Result().FeeCharged);
            Assert.Equal(paid, before.Xlm - after.Xlm);
            Assert.Equal(paid, told.Sum(FeeOf));
        }

        var all = Won().Sum(w => (long)ProfitOf(w).Stroops - ((long)ProfitOf(w).Stroops / 10));
        Assert.Equal(all, (long)(played.After.Vault.Profit - played.Before.Vault.Profit).Stroops);
        Assert.Equal((Usdc.Zero, Usdc.Zero), (played.After.Vault.Drawn, played.After.Vault.Loss));
    }

    [Fact]
    public void In_a_calm_slot_nothing_is_begun_and_both_keepers_say_why_with_figures()
    {
        var told = played.In(played.SlotsOf(MarketScene.Calm).Single());

        Assert.All(told, e => Assert.IsType<KeeperEvent.CycleEnded>(e));
        foreach (var keeper in played.Demo.People.Keepers)
        {
            var looks = told.Where(e => e.Keeper == keeper.Key.AccountId).Cast<KeeperEvent.CycleEnded>().ToList();
            Assert.NotEmpty(looks);
            Assert.All(looks, l => Assert.Equal((30, 0, 0), (l.Indebted, l.Liquidatable, l.OpenCases)));
            Assert.All(looks, l => Assert.Equal($"HF {l.LowestHealth} ≥ 1", l.Reasons[0].Reason));
        }
    }

    [Fact]
    public void A_jump_trips_the_breaker_of_its_asset_and_no_fill_is_sent_until_it_is_reset()
    {
        var slot = played.SlotsOf(MarketScene.Jump).Single();
        var asset = played.Demo.Contracts.Collateral[MarketSlots.AssetOf((uint)slot)];
        foreach (var keeper in played.Demo.People.Keepers)
        {
            var told = played.In(slot).Where(e => e.Keeper == keeper.Key.AccountId).ToList();
            var tripped = told.FindIndex(e => e is KeeperEvent.BreakerTripped);
            var reset = told.FindLastIndex(e => e is KeeperEvent.BreakerReset);

            Assert.InRange(tripped, 0, reset - 1);
            Assert.All(told.OfType<KeeperEvent.BreakerTripped>(), t => Assert.Equal(asset, t.Asset));
            Assert.Equal("the price moved by 30.02 % between two readings, 20.00 % is allowed", ((KeeperEvent.BreakerTripped)told[tripped]).Reason);
            Assert.DoesNotContain(told[tripped..reset], e => e is KeeperEvent.StepSent);
            Assert.Contains(told[tripped..reset].OfType<KeeperEvent.FillPlanned>(), p => p.Reason.StartsWith($"the breaker is tripped for {asset}", StringComparison.Ordinal));
            // It reckons anew; whether it still sends depends on the race: the other's fill may be there first.
            Assert.Contains(told[reset..], e => e is KeeperEvent.FillPlanned);
        }

        Assert.Contains(played.In(slot), e => e is KeeperEvent.StepSent { Step: CaseStep.Liquidate or CaseStep.Draw });
        Assert.Empty(played.Events.OfType<KeeperEvent.BreakerTripped>().Except(played.In(slot).OfType<KeeperEvent.BreakerTripped>()));
    }

    [Fact]
    public void Depositors_come_and_go_as_the_seed_says()
    {
        var turns = new DepositorTurns(options.Seed);
        var expected = Enumerable.Range(0, PlayedMarket.SlotCount).Select(s => turns.Of((uint)s, 2)).OfType<(int Depositor, long Stroops)>()
            .Select(t => (played.Demo.People.Depositors[t.Depositor].Address, t.Stroops)).ToList();

        var moved = VaultEvents().Select(e => e switch
        {
            VaultEvent.Deposited d => (d.User, (long)d.Amount.Stroops),
            VaultEvent.Withdrawn w => (w.User, -(long)w.Amount.Stroops),
            _ => ((SCAddress, long)?)null,
        }).OfType<(SCAddress User, long Stroops)>().ToList();

        Assert.Equal(expected.Select(e => e.Address), moved.Select(m => m.User));
        // A withdrawal is of shares, whose worth goes on growing until the ledger that has it.
        Assert.All(expected.Zip(moved), p => Assert.InRange(p.First.Stroops - p.Second.Stroops, 0, p.First.Stroops < 0 ? -p.First.Stroops / 10_000 : 0));
        Assert.Contains(moved, m => m.Stroops > 0);
        Assert.Contains(moved, m => m.Stroops < 0);
    }

    [Fact]
    public async Task Whoever_was_liquidated_borrows_to_the_edge_again_when_its_turn_comes_back()
    {
        Assert.All(played.After.Debts, owed => Assert.True(owed > 0));
        var terms = BorrowerTerms.Of(options.Seed, options.Borrowers);
        var turn = new BorrowerTurns(played.Slots, terms).Of(0).Single();
        var again = (uint)Enumerable.Range(PlayedMarket.SlotCount, 100).First(
            s => new BorrowerTurns(played.Slots, terms).Of((uint)s * MarketSlots.RoundsPerSlot).Any(t => t.Borrower == turn.Borrower)) * MarketSlots.RoundsPerSlot;
        await played.Demo.Network.SetClosingAsync(new ClosingMode.OnSubmit(), TestContext.Current.CancellationToken);
        await played.Demo.Market.PlayAsync(again, TestContext.Current.CancellationToken);

        var owes = (await PlayedFigures.ReadAsync(played.Demo)).Debts[turn.Borrower];
        Assert.True(owes > played.After.Debts[turn.Borrower], $"owed {played.After.Debts[turn.Borrower]}, owes {owes}");
    }

    [Fact]
    public void What_the_network_keeps_does_not_grow_with_liquidations()
    {
        // A keeper's first win makes a few entries, and who wins is a race; one that each liquidation left would make as many as those are.
        var since = Enumerable.Range(4, PlayedMarket.SlotCount - 4).Sum(slot => played.In(slot).Count(IsWon));
        Assert.InRange(since, 5, 20);
        Assert.InRange(played.Entries[^1] - played.Entries[4], -10, since - 1);
    }

    private IReadOnlyList<KeeperEvent> Won() => [.. played.Events.Where(IsWon)];

    private static bool IsWon(KeeperEvent told) => Liquidation.EndedBy(told) is not null;

    private static Usdc ProfitOf(KeeperEvent told) => Liquidation.EndedBy(told)!.Value.Profit;

    private static long FeeOf(KeeperEvent told) => told switch
    {
        KeeperEvent.AuctionOpened e => e.FeeCharged,
        KeeperEvent.Drawn e => e.FeeCharged,
        KeeperEvent.Filled e => e.FeeCharged,
        KeeperEvent.Sold e => e.FeeCharged,
        KeeperEvent.Returned e => e.FeeCharged,
        KeeperEvent.Liquidated e => e.FeeCharged,
        KeeperEvent.RaceLost e => e.FeeCharged,
        _ => 0,
    };

    // The last facts of a class may go on playing: what they did is later.
    private IEnumerable<ClosedTransaction> All() => played.Demo.Network.History.From(played.FirstLedger + 1, int.MaxValue)
        .SelectMany(l => l.Transactions).Where(t => t.Ledger <= played.LastLedger);

    private IEnumerable<ClosedTransaction> Transactions(IEnumerable<DemoAccount> accounts)
    {
        var sources = accounts.Select(a => MuxedAccount.From(a.Key.AccountId)).ToHashSet();
        return All().Where(t => t.Envelope() is TransactionEnvelope.Tx tx && sources.Contains(tx.Value.Tx.SourceAccount));
    }

    private IEnumerable<VaultEvent> VaultEvents() => All().Where(t => t.Succeeded).SelectMany(t => t.Meta().Operations).SelectMany(o => o.Events)
        .Where(e => e.ContractId is { } id && new SCAddress.Contract(id) == SCAddress.From(played.Demo.Contracts.Vault))
        .Select(e => e.Body is ContractEventBody.V0(var body) ? VaultEvent.Read(body.Topics, body.Data) : null)
        .OfType<VaultEvent>();
}
