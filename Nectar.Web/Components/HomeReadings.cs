using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>All that the home page shows, as of one moment.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Network">The network; null until it is ready.</param>
/// <param name="Vault">The vault and its people.</param>
/// <param name="Positions">What the newest keeper's look at the pool showed.</param>
/// <param name="Keepers">Registered keepers with what this process knows of them.</param>
/// <param name="Last">The last liquidation; its value is null where there was none yet.</param>
/// <param name="Lines">The newest lines of the log that tell of more than a look at the pool, and the newest look; oldest first.</param>
/// <param name="LastId">The newest line's id.</param>
/// <param name="RpcTime">How long the last reading of the vault took.</param>
public sealed record HomeReadings(
    DateTimeOffset Now,
    NetworkInUse? Network,
    Reading<VaultPicture> Vault,
    Reading<KeeperView> Positions,
    Reading<IReadOnlyList<KeeperRow>> Keepers,
    Reading<LastLiquidation> Last,
    IReadOnlyList<LogLine> Lines,
    long LastId,
    TimeSpan? RpcTime);
