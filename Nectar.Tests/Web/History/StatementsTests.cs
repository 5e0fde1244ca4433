using CsCheck;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Demo;
using Nectar.Web.History;

namespace Nectar.Tests.Web.History;

public sealed class StatementsTests
{
    private static readonly SCAddress vault = SCAddress.From(Samples.ContractOf(21));
    private static readonly SCAddress alice = SCAddress.From(Samples.Alpha);
    private static readonly SCAddress bob = SCAddress.From(Samples.Beta);
    private static readonly uint vesting = DemoDeployment.VaultTerms.VestingLedgers;

    [Fact]
    public void Over_any_history_the_parts_add_up_to_the_profit_to_the_stroop() =>
        Gen.Select(Gen.Int[0, 5], Gen.UInt[0, 400], Gen.Long[1, 50_000_000_000]).Array[1, 40].Sample(steps =>
        {
            var moments = MomentsOf(steps);
            foreach (var person in new[] { alice, bob })
            {
                var statement = Statements.Of(moments, person, moments[^1].Ledger.Plus(33));

                Assert.Equal(statement.Profit, statement.Sum);
                Assert.True(statement.Value >= Usdc.Zero);
            }
        });

    [Fact]
    public void A_liquidation_brings_nothing_at_once_half_in_the_middle_of_its_vesting_and_all_at_its_end()
    {
        var moments = Moments((10, Deposit(vault, 100)), (11, Deposit(alice, 900)), (20, Profit(500)));

        Assert.Empty(Statements.Of(moments, alice, new LedgerNumber(20)).Receipts);
        var middle = Assert.Single(Statements.Of(moments, alice, new LedgerNumber(20 + (vesting / 2))).Receipts);
        var end = Assert.Single(Statements.Of(moments, alice, new LedgerNumber(20 + vesting)).Receipts);
        Assert.InRange((long)middle.Gain.Stroops, 224, 225);
        Assert.InRange((long)end.Gain.Stroops, 449, 450);
        Assert.Equal(moments[2], end.Moment);
    }

    [Fact]
    public void Who_deposits_between_a_profit_and_its_vesting_pays_for_it_and_gets_it_back()
    {
        var moments = Moments((10, Deposit(vault, 10_000)), (20, Profit(1_000)), (21, Deposit(alice, 5_500)));

        var first = Statements.Of(moments, alice, new LedgerNumber(21));
        var last = Statements.Of(moments, alice, new LedgerNumber(20 + vesting));

        Assert.InRange((long)first.Entries.Stroops, -340, -325);
        Assert.Equal(first.Entries, last.Entries);
        Assert.InRange((long)last.Profit.Stroops, -3, 0);
    }

    [Fact]
    public void Later_events_than_the_ledger_do_not_count()
    {
        var moments = Moments((10, Deposit(vault, 100)), (11, Deposit(alice, 900)), (20, Deposit(alice, 5)));

        Assert.Equal(new Usdc(900), Statements.Of(moments, alice, new LedgerNumber(19)).PaidIn);
        Assert.Equal(new Usdc(905), Statements.Of(moments, alice, new LedgerNumber(20)).PaidIn);
    }

    private static VaultEvent.Liquidated Profit(long stroops) =>
        new(bob, Samples.Pool, bob, 100, new Usdc(5), new Usdc(stroops), Usdc.Zero, Usdc.Zero);

    private static VaultEvent.Deposited Deposit(SCAddress user, long stroops) => new(user, new Usdc(stroops), new Shares((Int128)stroops * 1_000_000));

    private static List<VaultMoment> Moments(params (uint Ledger, VaultEvent Happened)[] events)
    {
        var (books, moments) = (VaultReplay.Empty, new List<VaultMoment>());
        foreach (var (ledger, happened) in events)
        {
            // What a deposit issues follows from the books, as in the contract.
            var real = happened is VaultEvent.Deposited d ? d with { Shares = SharesFor(books, d.Amount) } : happened;
            books = VaultReplay.Apply(books, real, new LedgerNumber(ledger), vesting);
            moments.Add(new VaultMoment(new LedgerNumber(ledger), Samples.Now.AddSeconds(ledger), Samples.Hash, real, books));
        }

        return moments;
    }

    private static Shares SharesFor(VaultBooks books, Usdc amount) => new(amount.Stroops * (books.TotalShares.Units + 1_000_000) / (books.Gross.Stroops + 1));

    private static List<VaultMoment> MomentsOf((int Kind, uint Ledgers, long Amount)[] steps)
    {
        var ledger = 10u;
        var events = new List<(uint, VaultEvent)> { (ledger, Deposit(vault, 100_000_000)) };
        var held = new Dictionary<SCAddress, Shares> { [alice] = Shares.Zero, [bob] = Shares.Zero };
        foreach (var (kind, ledgers, amount) in steps)
        {
            ledger += ledgers;
            var books = Moments([.. events])[^1].Books;
            var who = amount % 2 == 0 ? alice : bob;
            switch (kind)
            {
                case 0 or 1:
                    held[who] += SharesFor(books, new Usdc(amount));
                    events.Add((ledger, Deposit(who, amount)));
                    break;
                case 2 when held[who] > Shares.Zero:
                    var part = new Shares(1 + ((held[who].Units - 1) * (amount % 100) / 100));
                    held[who] -= part;
                    events.Add((ledger, new VaultEvent.Withdrawn(who, books.ValueOf(part, new LedgerNumber(ledger)), part)));
                    break;
                case 3 or 4:
                    events.Add((ledger, Profit(amount)));
                    break;
                case 5 when books.Idle.Stroops > amount:
                    events.Add((ledger, new VaultEvent.Drawn(bob, new Usdc(amount), new Usdc(amount), new LedgerNumber(ledger))));
                    events.Add((ledger + 5, new VaultEvent.Settled(bob, new Usdc(amount), new Usdc(amount / 3), new Usdc(amount - (amount / 3)))));
                    ledger += 5;
                    break;
            }
        }

        return Moments([.. events]);
    }
}
