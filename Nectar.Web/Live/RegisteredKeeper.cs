using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;

namespace Nectar.Web.Live;

/// <summary>A keeper as the registry and the vault know it.</summary>
/// <param name="Address">A strkey.</param>
/// <param name="Entry">The registry's entry.</param>
/// <param name="Record">The vault's record.</param>
public sealed record RegisteredKeeper(string Address, KeeperEntry Entry, KeeperRecord Record);
