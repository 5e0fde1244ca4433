using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;

namespace Nectar.Core.Keeper;

/// <summary>The vault as a keeper meets it.</summary>
/// <param name="State">Its books.</param>
/// <param name="Config">Its settings.</param>
/// <param name="Record">The keeper's debt and history.</param>
/// <param name="Clearance">The keeper's standing and stake.</param>
internal sealed record VaultTerms(VaultState State, VaultConfig Config, KeeperRecord Record, Clearance Clearance);
