using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>An asset of the simulated market. All have 7 decimals.</summary>
/// <param name="Code">Its code, issued on the embedded network.</param>
/// <param name="AnchorE7">The price in USDC that it moves around, with 7 decimals.</param>
/// <param name="CollateralFactorE7">How much of its worth counts as collateral.</param>
/// <param name="LiabilityFactorE7">What a debt of it is divided by.</param>
internal sealed record DemoAsset(string Code, long AnchorE7, uint CollateralFactorE7, uint LiabilityFactorE7)
{
    private const long One = 10_000_000;

    /// <summary>What is borrowed. Its price stays at 1.</summary>
    public static DemoAsset Usdc { get; } = new("USDC", One, 9_500_000, 9_500_000);

    /// <summary>What is borrowed against.</summary>
    public static IReadOnlyList<DemoAsset> Collateral { get; } =
    [
        new("BTC", 60_000 * One, 7_000_000, 7_500_000),
        new("ETH", 3_000 * One, 7_000_000, 7_500_000),
        new("SOL", 150 * One, 6_500_000, 7_000_000),
    ];

    /// <summary>All in the order of the pool's reserves.</summary>
    public static IReadOnlyList<DemoAsset> All { get; } = [Usdc, .. Collateral];

    /// <summary>The codes by the contracts that stand for the assets.</summary>
    /// <param name="tokens">The contracts in the order of <see cref="All"/>.</param>
    public static IReadOnlyDictionary<ContractId, string> SymbolsOf(IEnumerable<ContractId> tokens) =>
        All.Zip(tokens).ToDictionary(pair => pair.Second, pair => pair.First.Code);

    /// <summary>Units of the asset that are worth so much USDC at the anchor price, rounded down.</summary>
    /// <param name="wholeUsdc">Whole USDC.</param>
    public long UnitsWorth(long wholeUsdc) => checked((long)((Int128)wholeUsdc * One * One / AnchorE7));
}
