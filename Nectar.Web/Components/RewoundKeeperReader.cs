using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.Live;
using Nectar.Web.Rewind;

namespace Nectar.Web.Components;

/// <summary>Reads how keepers were at a past moment: those of this journal, and whoever else had dealt with the vault by then.</summary>
internal sealed class RewoundKeeperReader(RewindQueries journal, JournalQueries counts, OperatorJournal operators, VaultWatch vault)
{
    // As keepers are configured where nobody says otherwise: of one that no longer runs here nothing else is known.
    private static readonly TimeSpan usual = TimeSpan.FromSeconds(10);

    /// <summary>As of a cut.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cut">The last line that counts.</param>
    /// <param name="cases">Cases in hand then.</param>
    /// <param name="books">The vault of then; null where its history does not reach back.</param>
    /// <param name="until">The first moment that is no longer counted.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<RewoundKeeper>> ReadAsync(
        NetworkInUse network, long cut, IReadOnlyList<RewoundCase> cases, RewoundVault? books, DateTimeOffset until, CancellationToken cancel)
    {
        var names = (await counts.TalliesAsync(cancel)).ToDictionary(t => t.Keeper, t => t.Name);
        var own = network.Keepers.Select(k => k.Account).Concat(names.Keys).Distinct().ToList();
        var rows = new List<RewoundKeeper>();
        foreach (var keeper in own)
        {
            var options = network.Keepers.FirstOrDefault(k => k.Account == keeper);
            var name = options?.Name ?? names[keeper];
            var (line, look) = await journal.LastOfAsync(keeper, cut, cancel);
            var past = KeeperPast.Of(
                line, look, await operators.SettingsBeforeAsync(name, until, cancel), options?.PollInterval ?? usual, cases, network.LedgerTime, until.AddTicks(-1));
            rows.Add(new RewoundKeeper(name, keeper.ToString(), past, DrawnBy(keeper.ToString(), books)));
        }

        var registered = vault.Read().ValueOrDefault?.Keepers ?? [];
        var others = (books?.Drawn.Keys ?? []).Except(own.Select(k => k.ToString())).Order(StringComparer.Ordinal);
        return [.. rows, .. others.Select(k => new RewoundKeeper(registered.FirstOrDefault(r => r.Address == k)?.Entry.Name.ToString() ?? Shown.Address(k), k, null, DrawnBy(k, books)))];
    }

    private static Usdc? DrawnBy(string keeper, RewoundVault? books) => books?.Drawn.GetValueOrDefault(keeper);
}
