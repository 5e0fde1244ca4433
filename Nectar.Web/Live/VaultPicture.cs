using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>The vault and those who have to do with it, as read at one moment: the vault at the ledger named, the others there or a ledger or two later.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Vault">The vault.</param>
/// <param name="Keepers">All registered keepers.</param>
/// <param name="Depositors">Depositors, the largest first.</param>
public sealed record VaultPicture(
    LedgerNumber Ledger,
    VaultState Vault,
    IReadOnlyList<RegisteredKeeper> Keepers,
    IReadOnlyList<Depositor> Depositors)
{
    /// <summary>The vault's settings; null where they were not read.</summary>
    public VaultConfig? Config { get; init; }
}
