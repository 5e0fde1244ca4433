using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>The whole pool in rows for people: made once whatever is in a hurry is done. Pure.</summary>
internal static class PositionRows
{
    /// <summary>Everybody in debt or with an auction, with a verdict, lowest health first.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="verdicts">The verdicts on those who may be liquidated or have an auction.</param>
    /// <param name="options">Whose look this is.</param>
    public static IReadOnlyList<PositionRow> Of(PoolSnapshot pool, IReadOnlyDictionary<SCAddress, string> verdicts, KeeperOptions options)
    {
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        return [.. pool.Positions
            .Where(p => p.Value.Liabilities.Count > 0 || verdicts.ContainsKey(p.Key))
            .Select(p => RowOf(market, p.Key, market.HealthOf(p.Value), verdicts.GetValueOrDefault(p.Key) ?? WhyNever(pool, p.Key, options)))
            .OrderBy(r => r.Health?.Value ?? Int128.MaxValue).ThenBy(r => r.Borrower, StringComparer.Ordinal)];
    }

    /// <summary>Why an account is no case whatever its health; null for all but three.</summary>
    public static string? WhyNever(PoolSnapshot pool, SCAddress user, KeeperOptions options) =>
        user == pool.Backstop ? "the backstop holds bad debt and cannot be liquidated"
        : user == SCAddress.From(options.Account) || user == SCAddress.From(options.Vault) ? "our own position"
        : null;

    private static PositionRow RowOf(PoolMarket market, SCAddress user, HealthReading reading, string? verdict)
    {
        var health = (reading as HealthReading.Known)?.Health;
        return new PositionRow(
            user.ToString(),
            health?.Factor,
            market.ToWorth(health?.CollateralRaw ?? 0, Rounding.Down),
            market.ToWorth(health?.LiabilityRaw ?? 0, Rounding.Up),
            verdict ?? reading switch
            {
                HealthReading.Unpriced(var missing) => missing,
                HealthReading.Known(var known) => $"HF {known.Factor} ≥ 1",
                _ => "nothing is owed",
            },
            null);
    }
}
