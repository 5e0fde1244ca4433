using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Web.Components;

/// <summary>All that the vault page shows, as of one moment.</summary>
/// <param name="Overview">What every page shows.</param>
/// <param name="Watched">The address that is looked at, as it was asked for; null for none.</param>
/// <param name="WatchProblem">Why it cannot be looked at; null where it can.</param>
/// <param name="Holdings">What it has; null without a watched address.</param>
/// <param name="Statement">Where its profit comes from; null where the history does not tell, or nobody is watched.</param>
/// <param name="Moments">The vault's history; empty where it is not known.</param>
/// <param name="Gap">Why the history is not known; null where it is.</param>
/// <param name="Config">The vault's settings; null before they were read.</param>
public sealed record VaultReadings(
    Overview Overview,
    string? Watched,
    string? WatchProblem,
    Reading<Holdings>? Holdings,
    Statement? Statement,
    IReadOnlyList<VaultMoment> Moments,
    string? Gap,
    Nectar.Core.Contracts.Vault.VaultConfig? Config);
