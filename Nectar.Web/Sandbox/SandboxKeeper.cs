using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;

namespace Nectar.Web.Sandbox;

/// <summary>One keeper of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mode">How it acts.</param>
/// <param name="Record">What the vault's contract keeps of it.</param>
/// <param name="LostRaces">How many races it lost, by its own journal.</param>
public sealed record SandboxKeeper(string Name, CaseMode Mode, KeeperRecord Record, int LostRaces);
