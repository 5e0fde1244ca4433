using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>The vault at one place of its curve.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="State">The vault there.</param>
/// <param name="Moment">What happened there; null where vesting only ended or the curve only goes on.</param>
public sealed record SharePoint(LedgerNumber Ledger, VaultState State, VaultMoment? Moment);
