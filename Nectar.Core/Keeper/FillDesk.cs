using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Brings together what the planner needs to decide about a fill: quotes, capital, fees, doubts.</summary>
internal sealed class FillDesk(KeeperChain chain, QuoteBook quotes, CircuitBreaker breaker, CaseLog log, LedgerPace pace, KeeperOptions options, KeeperControl control, Network network)
{
    /// <summary>How many ledgers a transaction may wait, as its sender has it.</summary>
    public const uint ValidForLedgers = 12;

    // What a transaction of ours costs as a rule, in stroops of XLM, until one has told.
    private const long UsualFee = 500_000;

    private readonly ContractId xlm = network.ContractIdOf(Asset.Native.Instance);
    private long lastFee = UsualFee;

    public static AuctionLimits Limits { get; } = new(LiquidationPlan.MaxLots, LiquidationPlan.MaxRepayments);

    /// <summary>What a decision against filling now is told as.</summary>
    /// <exception cref="InvalidOperationException">The decision is to fill.</exception>
    public static KeeperEvent.FillPlanned PlanOf(FillDecision decision) => decision switch
    {
        FillDecision.Wait(var ledger, var terms, var reason) => new(ledger, terms.Percent, terms.Estimate.Cost + terms.Estimate.Fees, terms.Estimate.Brings, reason),
        FillDecision.Skip(var reason) => NoPlan(reason),
        _ => throw new InvalidOperationException("a fill is no plan"),
    };

    /// <summary>That nothing is to be filled, and why.</summary>
    public static KeeperEvent.FillPlanned NoPlan(string reason) => new(null, 0, Usdc.Zero, Usdc.Zero, reason);

    /// <summary>Learns what a transaction costs.</summary>
    public void Learn(long feeCharged) => lastFee = feeCharged > 0 ? feeCharged : lastFee;

    /// <summary>The decision; where it is to fill, on quotes of this very moment.</summary>
    public async Task<(FillDecision Decision, FillConditions Conditions)> DecideAsync(
        PoolSnapshot pool, LiquidationCase stands, AuctionData auction, VaultTerms terms, CancellationToken cancel)
    {
        var conditions = await ConditionsAsync(pool, stands, auction, terms, anew: false, cancel).ConfigureAwait(false);
        var decision = FillPlanner.Decide(pool, auction, conditions);
        if (decision is not FillDecision.Fill)
        {
            return (decision, conditions);
        }

        conditions = await ConditionsAsync(pool, stands, auction, terms, anew: true, cancel).ConfigureAwait(false);
        return (FillPlanner.Decide(pool, auction, conditions), conditions);
    }

    private async Task<FillConditions> ConditionsAsync(
        PoolSnapshot pool, LiquidationCase stands, AuctionData auction, VaultTerms terms, bool anew, CancellationToken cancel)
    {
        var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        var (sales, purchases) = (new Dictionary<ContractId, TradeQuote>(), new Dictionary<ContractId, TradeQuote>());
        foreach (var (asset, bTokens) in auction.Lot)
        {
            if (asset != usdc && market.ReserveOf(asset) is { } reserve
                && await quotes.SaleAsync(pool, asset, Tokens.Supplied(reserve.Data, bTokens), anew, cancel).ConfigureAwait(false) is { } quote)
            {
                sales[asset] = quote;
            }
        }

        foreach (var (asset, dTokens) in auction.Bid)
        {
            if (asset != usdc && market.ReserveOf(asset) is { } reserve
                && await quotes.PurchaseAsync(pool, asset, Tokens.Owed(reserve.Data, dTokens), anew, cancel).ConfigureAwait(false) is { } quote)
            {
                purchases[asset] = quote;
            }
        }

        var budget = Budget(stands, terms, pool.Ledger.Plus(1));
        return new FillConditions
        {
            Usdc = usdc,
            Sales = sales,
            Purchases = purchases,
            Distrusted = breaker.Distrusted,
            Capital = budget.Available,
            CapitalReason = budget.Reason,
            Fees = Fees(market, stands.Mode),
            MinProfit = control.Current.MinProfit,
            VaultMinProfit = terms.Config.MinProfit,
            MaxSlippage = options.MaxSlippage,
            Limits = Limits,
            LedgerMilliseconds = pace.Milliseconds,
            ValidForLedgers = ValidForLedgers,
        };
    }

    private BudgetReading Budget(LiquidationCase stands, VaultTerms terms, LedgerNumber next)
    {
        if (stands.Drawn > Usdc.Zero)
        {
            return new BudgetReading(stands.Drawn, $"{stands.Drawn} USDC is drawn");
        }

        var reserved = log.Open.Where(c => c.Id != stands.Id && c.State is CaseState.DrawSent).Aggregate(Usdc.Zero, (sum, c) => sum + c.Drawn);
        return stands.Mode == CaseMode.Atomic
            ? DrawBudget.ForLiquidation(terms.State, terms.Record, terms.Clearance, reserved, next)
            : DrawBudget.ForDraw(terms.State, terms.Config, terms.Record, terms.Clearance, reserved, next);
    }

    private Usdc Fees(PoolMarket market, CaseMode mode)
    {
        var transactions = mode == CaseMode.Atomic ? 1 : 4;
        var price = market.PriceOf(xlm) is { } told ? market.ToWorth(told, Rounding.Up).Value : options.XlmPrice.Stroops;
        // Both have 7 decimals; rounded up.
        return new Usdc(((lastFee * transactions * price) + 9_999_999) / 10_000_000);
    }
}
