using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.History;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

public sealed class RewoundVaultTests
{
    private const uint Vesting = 40;
    private static readonly SCAddress[] people = [.. Enumerable.Range(60, 4).Select(n => SCAddress.From(Samples.KeyOf((byte)n).AccountId))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_any_ledger_the_vault_is_what_replaying_its_events_up_to_that_comes_to(int seed)
    {
        var moments = Play(new Random(seed));
        for (var ledger = 1u; ledger <= moments[^1].Ledger.Value + Vesting; ledger++)
        {
            var (at, past) = (new LedgerNumber(ledger), moments.Where(m => m.Ledger.Value <= ledger).ToList());
            var books = past.Aggregate(VaultReplay.Empty, (b, m) => VaultReplay.Apply(b, m.Happened, m.Ledger, Vesting));

            var found = RewoundVault.Of(moments, at);

            Assert.Equal(past.Count == 0, found is null);
            if (found is not null)
            {
                Assert.Equal((books.StateAt(at), past[^1]), (found.State, found.Last));
                // What keepers owe adds up to what is out, and shares to those in existence.
                Assert.Equal(found.State.Drawn, found.Drawn.Values.Aggregate(Usdc.Zero, (sum, owed) => sum + owed));
                Assert.Equal(people.Count(p => HeldBy(past, p) > Shares.Zero), found.Depositors);
            }
        }
    }

    [Fact]
    public void A_history_that_has_lost_its_beginning_does_not_count_depositors()
    {
        var moments = Play(new Random(4));

        Assert.NotNull(RewoundVault.Of(moments, moments[^1].Ledger)!.Depositors);
        Assert.Null(RewoundVault.Of(moments.Skip(1).ToList(), moments[^1].Ledger)!.Depositors);
    }

    private static Shares HeldBy(IEnumerable<VaultMoment> past, SCAddress who) => past.Select(m => m.Happened).Aggregate(Shares.Zero, (sum, e) => e switch
    {
        VaultEvent.Deposited d when d.User == who => sum + d.Shares,
        VaultEvent.Withdrawn w when w.User == who => sum - w.Shares,
        _ => sum,
    });

    // Deposits, draws, returns with profit, and withdrawals of everything, several in a ledger now and then.
    private static List<VaultMoment> Play(Random random)
    {
        var (moments, books, ledger) = (new List<VaultMoment>(), VaultReplay.Empty, new LedgerNumber(5));
        var owed = new Dictionary<SCAddress, Usdc>();
        void Add(VaultEvent happened)
        {
            books = VaultReplay.Apply(books, happened, ledger, Vesting);
            moments.Add(new VaultMoment(ledger, Samples.Now.AddSeconds(ledger.Value), Samples.Hash, happened, books));
            ledger = ledger.Plus((uint)random.Next(3));
        }

        foreach (var person in people)
        {
            Add(new VaultEvent.Deposited(person, new Usdc(random.Next(1_000, 9_000)), new Shares(random.Next(1_000, 9_000))));
        }

        for (var n = 0; n < 60; n++)
        {
            var who = people[random.Next(people.Length)];
            var amount = new Usdc(random.Next(1, 200));
            var debt = owed.GetValueOrDefault(who);
            switch (random.Next(3))
            {
                case 0:
                    owed[who] = debt + amount;
                    Add(new VaultEvent.Drawn(who, amount, owed[who], ledger.Plus(100)));
                    break;
                case 1 when debt > Usdc.Zero:
                    owed[who] = Usdc.Zero;
                    Add(new VaultEvent.Returned(who, debt + amount, debt, amount, Usdc.Zero, Usdc.Zero));
                    break;
                case 2 when HeldBy(moments, who) is var held && held > Shares.Zero:
                    Add(new VaultEvent.Withdrawn(who, new Usdc(1), held));
                    break;
            }
        }

        return moments;
    }
}
