using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>Something that changed the vault, and its books right after.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="At">When that closed.</param>
/// <param name="Hash">The transaction.</param>
/// <param name="Happened">What.</param>
/// <param name="Books">The books after it.</param>
public sealed record VaultMoment(LedgerNumber Ledger, DateTimeOffset At, TransactionHash Hash, VaultEvent Happened, VaultBooks Books)
{
    /// <summary>What it booked as profit of the depositors; 0 where none.</summary>
    public Usdc Profit => VaultReplay.ProfitOf(Happened);
}
