using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Contracts;

/// <summary>The vault's arithmetic against what the contract told over random histories (<c>Vectors/README.md</c>, "nectar").</summary>
public sealed class VaultHistoryTests
{
    private static readonly IReadOnlyList<JsonElement> lines = [.. VectorFile.Lines("nectar/histories.jsonl.gz")];

    [Fact]
    public void Books_say_now_and_later_what_the_vault_says_of_its_state()
    {
        foreach (var line in lines)
        {
            var (books, ledger) = (BooksOf(line, "entries"), LedgerOf(line));
            Assert.Equal(VaultState.FromSCVal(Value(line, "state")), books.StateAt(ledger));
            foreach (var later in line.GetProperty("later").EnumerateArray())
            {
                var state = VaultState.FromSCVal(XdrCodec.FromBase64<SCVal>(later[1].GetString()!));

                Assert.Equal(state, books.StateAt(ledger.Plus(later[0].GetUInt32())));
            }
        }

        Assert.Contains(lines, l => BooksOf(l, "entries").UnvestedAt(LedgerOf(l)) > Usdc.Zero);
    }

    [Fact]
    public void A_holders_position_is_told_from_entries_alone()
    {
        foreach (var line in lines)
        {
            foreach (var told in line.GetProperty("positions").EnumerateArray())
            {
                var shares = Storage.ReadBalance(Batch(line, "entries"), SCAddress.Parse(told[0].GetString()!));
                var position = new VaultPosition(shares, BooksOf(line, "entries").ValueOf(shares, LedgerOf(line)));

                Assert.Equal(XdrCodec.FromBase64<SCVal>(told[1].GetString()!), position.ToSCVal());
            }
        }
    }

    [Fact]
    public void Previews_are_the_share_maths_of_the_books()
    {
        foreach (var line in lines)
        {
            var (books, previews) = (BooksOf(line, "entries"), line.GetProperty("previews"));
            foreach (var told in previews.GetProperty("redeem").EnumerateArray())
            {
                Assert.Equal(new Usdc(Number(told[1])), books.ValueOf(new Shares(Number(told[0])), LedgerOf(line)));
            }

            // Deposits are priced at gross, beside a million virtual shares of one virtual stroop.
            foreach (var told in previews.GetProperty("deposit").EnumerateArray())
            {
                var shares = (BigInteger)Number(told[0]) * ((BigInteger)books.TotalShares.Units + 1_000_000) / ((BigInteger)books.Gross.Stroops + 1);

                Assert.Equal(Number(told[1]), (Int128)shares);
            }
        }
    }

    [Fact]
    public void The_largest_draw_is_the_budget_to_the_last_stroop()
    {
        var some = 0;
        foreach (var line in lines)
        {
            var told = line.GetProperty("draw");
            var (batch, ledger) = (Batch(line, "entries"), LedgerOf(line));
            var budget = DrawBudget.ForDraw(
                VaultState.FromSCVal(Value(line, "state")),
                Storage.ReadConfig(batch),
                Storage.ReadKeeper(batch, SCAddress.Parse(told.Text("keeper"))),
                Clearance.FromSCVal(Value(told, "clearance")),
                Usdc.Zero,
                ledger);

            Assert.Equal(Number(told.GetProperty("largest")), budget.Available.Stroops);
            some += budget.Available > Usdc.Zero ? 1 : 0;
        }

        Assert.InRange(some, 50, lines.Count - 50);
    }

    [Fact]
    public void A_refused_call_changes_no_entry()
    {
        var refused = lines.Where(l => l.GetProperty("outcome").TryGetProperty("error", out _)).ToList();

        Assert.NotEmpty(refused);
        Assert.All(refused, l => Assert.Equal(Batch(l, "before").Entries, Batch(l, "entries").Entries));
        Assert.All(refused, l => Assert.True(Enum.IsDefined((VaultError)l.GetProperty("outcome").GetProperty("error").GetInt32())));
    }

    [Fact]
    public void A_settlement_takes_debt_and_penalty_from_the_stake_and_books_what_was_clawed_back_as_loss()
    {
        var settled = Told<VaultEvent.Settled>().ToList();

        Assert.Contains(settled, s => s.Event.Loss == Usdc.Zero && s.Event.Taken > Usdc.Zero);
        Assert.Contains(settled, s => s.Event.Loss > Usdc.Zero && s.Event.Taken > Usdc.Zero);
        foreach (var (line, told) in settled)
        {
            var (before, after) = (BooksOf(line, "before"), BooksOf(line, "entries"));
            var (debt, stake) = (RecordOf(line, "before", told.Keeper), KeeperOf(line, "before", told.Keeper).Stake);
            var owed = debt.Drawn + Storage.ReadConfig(Batch(line, "before")).DefaultPenalty.Of(debt.Drawn, Rounding.Up);
            var held = new Usdc(Number(line.GetProperty("held")));
            var taken = new[] { owed, stake, held }.Min();
            var loss = taken < debt.Drawn ? debt.Drawn - taken : Usdc.Zero;

            Assert.Equal(new VaultEvent.Settled(told.Keeper, debt.Drawn, taken, loss), told);
            Assert.Equal(taken, new Usdc(Value(line.GetProperty("outcome"), "value").ToInt128()));
            Assert.Equal((before.Idle + taken, before.Drawn - debt.Drawn, before.Loss + loss), (after.Idle, after.Drawn, after.Loss));
            Assert.Equal(before.Profit + (taken - (debt.Drawn - loss)), after.Profit);
            Assert.Equal(debt with { Drawn = Usdc.Zero, Defaults = debt.Defaults + 1, Losses = debt.Losses + loss, Due = null, Opened = null }, RecordOf(line, "entries", told.Keeper));
            Assert.True(KeeperOf(line, "entries", told.Keeper).Slashed);
        }
    }

    [Fact]
    public void A_return_pays_the_debt_first_and_the_fee_out_of_the_rest()
    {
        var returned = Told<VaultEvent.Returned>().ToList();

        Assert.Contains(returned, r => r.Event.Profit > Usdc.Zero);
        foreach (var (line, told) in returned)
        {
            var (before, after) = (BooksOf(line, "before"), BooksOf(line, "entries"));
            var (debt, left) = (RecordOf(line, "before", told.Keeper), RecordOf(line, "entries", told.Keeper));
            var repaid = told.Amount < debt.Drawn ? told.Amount : debt.Drawn;
            var fee = Storage.ReadConfig(Batch(line, "before")).KeeperFee.Of(told.Amount - repaid, Rounding.Down);

            Assert.Equal(new VaultEvent.Returned(told.Keeper, told.Amount, repaid, told.Amount - repaid, fee, debt.Drawn - repaid), told);
            Assert.Equal((before.Idle + told.Amount - fee, before.Drawn - repaid), (after.Idle, after.Drawn));
            Assert.Equal(before.Profit + told.Profit - fee, after.Profit);
            Assert.Equal((debt.Drawn - repaid, debt.Returns + 1, debt.ProfitReturned + told.Profit), (left.Drawn, left.Returns, left.ProfitReturned));
        }
    }

    private static VaultStorage Storage { get; } = new(Contract(0));

    private static RegistryStorage Registry { get; } = new(Contract(1));

    // Of the two contracts the vault is the one that keeps books.
    private static ContractId Contract(int place) => Batch(lines[0], "entries").Entries.Keys.OfType<LedgerKey.ContractData>()
        .Where(k => k.Value.Key is SCVal.LedgerKeyContractInstance).Select(k => ContractId.Parse(k.Value.Contract.ToString()!))
        .OrderBy(c => Batch(lines[0], "entries").RequireInstance(c).Find(SCVal.FromSymbol("Books")) is null).ElementAt(place);

    private static IEnumerable<(JsonElement Line, T Event)> Told<T>()
        where T : VaultEvent =>
        from line in lines
        let outcome = line.GetProperty("outcome")
        where !outcome.TryGetProperty("error", out _)
        let told = outcome.GetProperty("event")
        let read = VaultEvent.Read([.. told.GetProperty("topics").EnumerateArray().Select(t => XdrCodec.FromBase64<SCVal>(t.GetString()!))], Value(told, "data"))
        where read is T
        select (line, (T)read);

    private static EntryBatch Batch(JsonElement line, string when) => new(LedgerOf(line), line.GetProperty(when).EnumerateArray().ToDictionary(
        e => XdrCodec.FromBase64<LedgerKey>(e[0].GetString()!), e => XdrCodec.FromBase64<LedgerEntryData>(e[1].GetString()!)));

    private static VaultBooks BooksOf(JsonElement line, string when) => Storage.ReadBooks(Batch(line, when));

    private static KeeperRecord RecordOf(JsonElement line, string when, SCAddress keeper) => Storage.ReadKeeper(Batch(line, when), keeper);

    private static KeeperEntry KeeperOf(JsonElement line, string when, SCAddress keeper) => Registry.ReadKeeper(Batch(line, when), keeper)!;

    private static LedgerNumber LedgerOf(JsonElement line) => new(line.GetProperty("ledger").GetUInt32());

    private static SCVal Value(JsonElement element, string name) => XdrCodec.FromBase64<SCVal>(element.Text(name));

    private static Int128 Number(JsonElement text) => Int128.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
