using Nectar.Core.Contracts.Pool;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>The terms of filling one auction, ledger by ledger. Every asset of it is known, priced and tradable.</summary>
internal sealed class FillReckoning(PoolSnapshot snapshot, AuctionData auction, FillConditions conditions)
{
    private readonly Dictionary<ContractId, Reserve> reserves = snapshot.Reserves
        .Where(r => auction.Bid.Has(r.Asset) || auction.Lot.Has(r.Asset)).ToDictionary(r => r.Asset);

    public bool Pays(FillTerms terms) => terms.Estimate.Meets(conditions.MinProfit, conditions.VaultMinProfit);

    /// <summary>The terms of the largest part that the capital suffices for; of 1 % where it does not even for that.</summary>
    public FillTerms Affordable(LedgerNumber ledger)
    {
        var whole = Terms(ledger, 100);
        if (whole.Capital <= conditions.Capital)
        {
            return whole;
        }

        // More percent never needs less.
        var (enough, tooMuch) = (1u, 100u);
        while (tooMuch - enough > 1)
        {
            var middle = (enough + tooMuch) / 2;
            (enough, tooMuch) = Terms(ledger, middle).Capital <= conditions.Capital ? (middle, tooMuch) : (enough, middle);
        }

        return Terms(ledger, enough);
    }

    public FillTerms Terms(LedgerNumber ledger, uint percent)
    {
        var part = AuctionCurve.Fill(auction, ledger, percent);
        var (now, last) = (TimeOf(ledger.Value), TimeOf((ulong)ledger.Value + conditions.ValidForLedgers));
        List<DebtPart> debts = [.. part.Bid.Select(b => new DebtPart(b.Key, Owed(b.Key, b.Value, now), Owed(b.Key, b.Value, last) + 1))];
        List<LotPart> lots = [.. part.Lot.Select(l => new LotPart(l.Key, Tokens.Supplied(At(l.Key, now).Data, l.Value))).Where(l => l.Units > 0)];

        var (cost, capital, brings) = (Usdc.Zero, Usdc.Zero, Usdc.Zero);
        foreach (var debt in debts)
        {
            cost += Price(debt.Asset, debt.Owed);
            capital += Price(debt.Asset, debt.Ask);
        }

        foreach (var lot in lots)
        {
            brings += Proceeds(lot);
        }

        return new FillTerms(ledger, percent, debts, lots, capital, new ProfitEstimate(cost, conditions.Fees, brings));
    }

    private Usdc Price(ContractId asset, Int128 units)
    {
        if (asset == conditions.Usdc)
        {
            return new Usdc(units);
        }

        var quoted = conditions.Purchases[asset].Costs(units);
        return quoted + conditions.MaxSlippage.Of(quoted, Rounding.Up);
    }

    private Usdc Proceeds(LotPart lot)
    {
        if (lot.Asset == conditions.Usdc)
        {
            return new Usdc(lot.Units);
        }

        var quoted = conditions.Sales[lot.Asset].Brings(lot.Units);
        return quoted - conditions.MaxSlippage.Of(quoted, Rounding.Up);
    }

    private Int128 Owed(ContractId asset, Int128 dTokens, ulong atSeconds) => Tokens.Owed(At(asset, atSeconds).Data, dTokens);

    private Reserve At(ContractId asset, ulong atSeconds) => Accrual.To(reserves[asset], snapshot.Config.BackstopRateE7, atSeconds);

    // Rounded up: more interest is against us where it counts, at the debt.
    private ulong TimeOf(ulong ledger) => ledger <= snapshot.Ledger.Value
        ? snapshot.CloseTimeSeconds
        : snapshot.CloseTimeSeconds + ((((ledger - snapshot.Ledger.Value) * conditions.LedgerMilliseconds) + 999) / 1000);
}
