using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.Components;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Alerting;

/// <summary>Reads how things stand for the rules.</summary>
internal sealed class AlertFactsReader(
    SignsOfLife signs, KeeperControls controls, VaultWatch vault, XlmReader coins, JournalQueries journal, NetworkStart start, TimeProvider time)
{
    /// <summary>As of now; what was not read is left out, and no rule looks at it.</summary>
    public async Task<AlertFacts> ReadAsync(CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return new AlertFacts([], null, null);
        }

        var picture = vault.Read().ValueOrDefault;
        var xlm = await coins.ReadAsync(network.Keepers.Select(k => k.Account.ToString()), cancel);
        var tallies = await journal.TalliesAsync(cancel);
        var keepers = new List<AlertFacts.Keeper>();
        foreach (var keeper in network.Keepers)
        {
            var address = keeper.Account.ToString();
            var tally = tallies.FirstOrDefault(t => t.Keeper == keeper.Account);
            var record = picture?.Keepers.FirstOrDefault(k => k.Address == address)?.Record;
            keepers.Add(new AlertFacts.Keeper(
                keeper.Name, address, time.GetUtcNow() - (signs.LastOf(keeper.Account, tally) ?? signs.Since), (await controls.OfAsync(keeper, cancel)).Current.PollInterval,
                xlm.TryGetValue(address, out var held) ? KeeperScore.RunwayOf(held, tally) ?? KeeperScore.RunwayUnproven(held) : null, record?.Drawn ?? Usdc.Zero, record?.Due));
        }

        return new AlertFacts(keepers, picture?.Ledger, picture?.Vault.Loss);
    }
}
