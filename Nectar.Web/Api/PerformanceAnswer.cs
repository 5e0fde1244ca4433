namespace Nectar.Web.Api;

/// <summary>What <c>GET /api/performance</c> answers.</summary>
/// <param name="Vault">The vault; null until it has been read.</param>
/// <param name="Depositors">Depositors.</param>
/// <param name="KeeperStats">This process's keepers by name; where two have one name, the second carries its address.</param>
/// <param name="Liquidations">The newest ones, oldest first.</param>
internal sealed record PerformanceAnswer(
    VaultAnswer? Vault,
    IReadOnlyList<DepositorAnswer> Depositors,
    IReadOnlyDictionary<string, KeeperStatsAnswer> KeeperStats,
    IReadOnlyList<LiquidationAnswer> Liquidations);
