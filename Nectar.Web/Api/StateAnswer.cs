namespace Nectar.Web.Api;

/// <summary>What <c>GET /api/state</c> answers.</summary>
internal sealed record StateAnswer(
    IReadOnlyList<KeeperAnswer> Keepers,
    IReadOnlyList<PositionAnswer> Positions,
    IReadOnlyList<string> Events,
    VaultAnswer? Vault,
    IReadOnlyList<DepositorAnswer> Depositors,
    IReadOnlyList<LiquidationAnswer> Liquidations);
