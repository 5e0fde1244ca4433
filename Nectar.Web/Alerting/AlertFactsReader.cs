using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Web.Components;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Alerting;

/// <summary>Reads how things stand for the rules.</summary>
internal sealed class AlertFactsReader(
    SignsOfLife signs, KeeperBoard board, KeeperControls controls, VaultWatch vault, XlmReader coins, JournalQueries journal, NetworkStart start, TimeProvider time)
{
    /// <summary>What was read last; null before the first reading.</summary>
    public AlertFacts? Latest { get; private set; }

    /// <summary>As of now; what was not read is left out, and no rule looks at it.</summary>
    public async Task<AlertFacts> ReadAsync(CancellationToken cancel) => Latest = await ReadNowAsync(cancel);

    private async Task<AlertFacts> ReadNowAsync(CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return new AlertFacts([], null, null) { Unread = start.Fault is { } fault ? (time.GetUtcNow() - signs.Since, fault) : null };
        }

        var reading = vault.Read();
        var picture = reading.ValueOrDefault;
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
                xlm.TryGetValue(address, out var held) ? KeeperScore.RunwayOf(held, tally) ?? KeeperScore.RunwayUnproven(held) : null, record?.Drawn ?? Usdc.Zero, record?.Due)
            { Opened = record?.Opened });
        }

        var view = board.ReadNewest().ValueOrDefault;
        return new AlertFacts(keepers, picture?.Ledger, picture?.Vault.Loss)
        {
            Unread = Unread(reading, view),
            Positions = WithoutCase(view?.Positions ?? [], network),
            Prices = [.. (view?.Prices ?? []).Select(p => new AlertFacts.Price(network.Symbols.GetValueOrDefault(p.Asset) ?? p.Asset.ToString(), p.Age))],
        };
    }

    // The vault is read every two seconds, whether a ledger has closed or not; a keeper may have got through meanwhile.
    private (TimeSpan, string) Unread(Reading<VaultPicture> reading, KeeperView? view)
    {
        var (at, reason) = reading switch
        {
            Reading<VaultPicture>.Live live => (live.At, ""),
            Reading<VaultPicture>.Stale stale => (stale.At, stale.Reason),
            Reading<VaultPicture>.Unavailable none => (signs.Since, none.Reason),
            _ => (signs.Since, "no reading has ended yet"),
        };
        return (time.GetUtcNow() - (view?.At > at ? view.At : at), reason);
    }

    // Newest of one keeper is its own view: another's case is found in that other's.
    private List<PositionRow> WithoutCase(IReadOnlyList<PositionRow> positions, NetworkInUse network)
    {
        var inHand = network.Keepers.SelectMany(k => board.Read(k.Account).ValueOrDefault?.Cases ?? []).Select(c => c.Borrower).ToHashSet();
        return [.. positions.Where(p => !inHand.Contains(p.Borrower))];
    }
}
