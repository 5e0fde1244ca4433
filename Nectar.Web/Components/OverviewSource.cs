using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads what more than one page shows, from what was read last and from what the journal counts.</summary>
internal sealed class OverviewSource(VaultWatch vault, KeeperBoard board, JournalQueries journal, LiveFeed feed, NetworkStart start, TimeProvider time)
{
    /// <summary>As of now.</summary>
    public async Task<Overview> ReadAsync(CancellationToken cancel)
    {
        var picture = vault.Read();
        var counted = await JournalReading.OfAsync<IReadOnlyList<KeeperTally>>(
            async () => new Reading<IReadOnlyList<KeeperTally>>.Live(await journal.TalliesAsync(cancel), time.GetUtcNow()));
        var tallies = counted.ValueOrDefault ?? [];
        return new Overview(
            time.GetUtcNow(), start.Network, picture, board.ReadNewest(), picture.Select(p => Rows(p, tallies)), tallies, feed.LastId, vault.Took);
    }

    private IReadOnlyList<KeeperRow> Rows(VaultPicture picture, IReadOnlyList<KeeperTally> tallies)
    {
        var own = (start.Network?.Keepers ?? []).ToDictionary(k => k.Account.ToString(), k => k.Account);
        return [.. picture.Keepers
            .Select(k => new KeeperRow(
                k,
                own.TryGetValue(k.Address, out var account) ? board.Read(account) : null,
                tallies.FirstOrDefault(t => t.Keeper.ToString() == k.Address)))
            .OrderBy(r => r.Registered.Entry.Registered).ThenBy(r => r.Registered.Address, StringComparer.Ordinal)];
    }
}
