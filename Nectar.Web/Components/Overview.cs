using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>What more than one page shows, as of one moment.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Network">The network; null until it is ready.</param>
/// <param name="Vault">The vault and its people.</param>
/// <param name="Positions">What the newest keeper's look at the pool showed.</param>
/// <param name="Keepers">Registered keepers with what this process knows of them.</param>
/// <param name="Tallies">What the journal counts of each keeper of this process; empty where it cannot be read.</param>
/// <param name="LastId">The newest line's id.</param>
/// <param name="RpcTime">How long the last reading of the vault took.</param>
public sealed record Overview(
    DateTimeOffset Now,
    NetworkInUse? Network,
    Reading<VaultPicture> Vault,
    Reading<KeeperView> Positions,
    Reading<IReadOnlyList<KeeperRow>> Keepers,
    IReadOnlyList<KeeperTally> Tallies,
    long LastId,
    TimeSpan? RpcTime);
