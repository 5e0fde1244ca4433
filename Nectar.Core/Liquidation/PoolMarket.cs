using System.Globalization;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>A pool at one moment, its reserves accrued to it and priced: what Blend would reckon with if it were called then.</summary>
public sealed class PoolMarket
{
    // Blend refuses a price that is older, in seconds.
    private const ulong OldestPrice = 86_400;

    private readonly PoolSnapshot snapshot;
    private readonly Dictionary<ContractId, Reserve> byAsset;

    // By the reserve's index, so that no position costs a look-up by asset.
    private readonly (Int128 Price, bool IsTold, bool IsUsable)[] prices;
    private readonly Int128[] scalars;

    private PoolMarket(PoolSnapshot snapshot, ulong atSeconds)
    {
        this.snapshot = snapshot;
        AtSeconds = atSeconds;
        Reserves = [.. snapshot.Reserves.Select(r => Accrual.To(r, snapshot.Config.BackstopRateE7, atSeconds))];
        scalars = [.. Reserves.Select(r => r.Scalar)];
        byAsset = Reserves.ToDictionary(r => r.Asset);
        OracleScalar = FixedPoint.PowerOfTen(snapshot.OracleDecimals);
        prices = [.. Reserves.Select(r => (snapshot.Prices.GetValueOrDefault(r.Asset)?.Price ?? 0, snapshot.Prices.ContainsKey(r.Asset), PriceOf(r.Asset) is not null))];
    }

    /// <summary>The moment in Unix seconds.</summary>
    public ulong AtSeconds { get; }

    /// <summary>The reserves in the order of their indexes, accrued to the moment.</summary>
    public IReadOnlyList<Reserve> Reserves { get; }

    /// <summary>One in the oracle's decimals.</summary>
    public Int128 OracleScalar { get; }

    /// <summary>The pool's settings.</summary>
    public PoolConfig Config => snapshot.Config;

    /// <summary>The pool as of a reading, accrued to a moment; prices stay those of the reading.</summary>
    /// <param name="snapshot">The reading.</param>
    /// <param name="atSeconds">The moment in Unix seconds; one before the reading's counts as the reading's.</param>
    public static PoolMarket At(PoolSnapshot snapshot, ulong atSeconds)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new PoolMarket(snapshot, Math.Max(atSeconds, snapshot.CloseTimeSeconds));
    }

    /// <summary>The same moment with one price instead of the oracle's.</summary>
    public PoolMarket WithPrice(ContractId asset, Int128 price)
    {
        var prices = new Dictionary<ContractId, PriceData>(snapshot.Prices) { [asset] = new PriceData(price, AtSeconds) };
        return new PoolMarket(snapshot with { Prices = prices }, AtSeconds);
    }

    /// <summary>The reserve of an asset; null where the pool has none.</summary>
    public Reserve? ReserveOf(ContractId asset) => byAsset.GetValueOrDefault(asset);

    /// <summary>The price of one whole token in the oracle's decimals; null where Blend would refuse it.</summary>
    public Int128? PriceOf(ContractId asset) =>
        snapshot.Prices.TryGetValue(asset, out var told) && told.Price > 0 && told.TimestampSeconds + OldestPrice >= AtSeconds ? told.Price : null;

    /// <summary>A value in the oracle's decimals as worth with 7, rounded as named.</summary>
    public Worth ToWorth(Int128 value, Rounding rounding) => new(rounding == Rounding.Down
        ? FixedPoint.MulFloor(value, FixedPoint.E7, OracleScalar)
        : FixedPoint.MulCeil(value, FixedPoint.E7, OracleScalar));

    /// <summary>How an account with these positions stands.</summary>
    public HealthReading HealthOf(Positions positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Liabilities.Count == 0)
        {
            return new HealthReading.NoDebt();
        }

        if ((Unpriced(positions.Collateral) ?? Unpriced(positions.Liabilities)) is { } reason)
        {
            return new HealthReading.Unpriced(reason);
        }

        return new HealthReading.Known(Sum(positions));
    }

    /// <summary>The value of bTokens of a reserve that has a price.</summary>
    internal Health OfCollateral(uint index, Int128 bTokens)
    {
        var reserve = Reserves[(int)index];
        var (price, scalar, tokens) = (Price(index), scalars[(int)index], Tokens.Supplied(reserve.Data, bTokens));
        var effective = FixedPoint.MulFloor(tokens, reserve.Config.CFactorE7, FixedPoint.E7);
        return new Health(FixedPoint.MulFloor(price, effective, scalar), FixedPoint.MulFloor(price, tokens, scalar), 0, 0);
    }

    /// <summary>The value of dTokens of a reserve that has a price.</summary>
    internal Health OfLiability(uint index, Int128 dTokens)
    {
        var reserve = Reserves[(int)index];
        var (price, scalar, tokens) = (Price(index), scalars[(int)index], Tokens.Owed(reserve.Data, dTokens));
        var effective = FixedPoint.MulCeil(tokens, FixedPoint.E7, reserve.Config.LFactorE7);
        return new Health(0, 0, FixedPoint.MulCeil(price, effective, scalar), FixedPoint.MulCeil(price, tokens, scalar));
    }

    /// <summary>The sum over positions whose reserves all have prices.</summary>
    internal Health Sum(Positions positions)
    {
        var sum = default(Health);
        foreach (var (index, amount) in positions.Collateral.Span)
        {
            sum += OfCollateral(index, amount);
        }

        foreach (var (index, amount) in positions.Liabilities.Span)
        {
            sum += OfLiability(index, amount);
        }

        return sum;
    }

    private Int128 Price(uint index) =>
        prices[(int)index] is (var price, true, _) ? price : throw new KeyNotFoundException($"the oracle tells no price of {Reserves[(int)index].Asset}");

    private string? Unpriced(Amounts<uint> amounts)
    {
        foreach (var (index, _) in amounts.Span)
        {
            if (index >= prices.Length)
            {
                return string.Create(CultureInfo.InvariantCulture, $"reserve {index} is not among the {Reserves.Count} that were read");
            }

            if (!prices[(int)index].IsUsable)
            {
                return $"the pool's oracle has no usable price of {Reserves[(int)index].Asset}";
            }
        }

        return null;
    }
}
