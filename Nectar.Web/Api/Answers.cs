using Nectar.Core.Journal;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>Puts the answers together from what was read last and from the journal.</summary>
internal sealed class Answers(VaultWatch vault, KeeperBoard board, JournalQueries journal, LiveFeed feed, NetworkStart start)
{
    private const int Events = 100;
    private const int Liquidations = 500;

    public async Task<StateAnswer> StateAsync(CancellationToken cancel)
    {
        var picture = vault.Read().ValueOrDefault;
        return new StateAnswer(
            Keepers(picture),
            [.. (board.ReadNewest().ValueOrDefault?.Positions ?? [])
                .Where(p => p.Health is not null).Select(p => new PositionAnswer(p.Borrower, p.Health!.Value))],
            [.. feed.Newest(Events).Select(l => OriginalMessage.Of(l, start.Symbols))],
            picture is null ? null : VaultAnswer.Of(picture.Vault),
            Depositors(picture),
            await LiquidationsAsync(cancel));
    }

    public async Task<PerformanceAnswer> PerformanceAsync(CancellationToken cancel)
    {
        var picture = vault.Read().ValueOrDefault;
        var stats = new Dictionary<string, KeeperStatsAnswer>();
        var tallies = await journal.TalliesAsync(cancel);
        // A keeper that has written nothing yet has done nothing, and is there all the same.
        var silent = (start.Network?.Keepers ?? []).Where(k => tallies.All(t => t.Keeper != k.Account));
        foreach (var answer in tallies.Select(t => new KeeperStatsAnswer(t.Name, t.Keeper.ToString(), t.Liquidations, t.Profit.Stroops))
            .Concat(silent.Select(k => new KeeperStatsAnswer(k.Name, k.Account.ToString(), 0, 0))))
        {
            if (!stats.TryAdd(answer.Name, answer))
            {
                stats[$"{answer.Name} {answer.Address}"] = answer;
            }
        }

        return new PerformanceAnswer(
            picture is null ? null : VaultAnswer.Of(picture.Vault), Depositors(picture), stats, await LiquidationsAsync(cancel));
    }

    // Until the registry has been read, the keepers of this process are known by their options.
    private List<KeeperAnswer> Keepers(VaultPicture? picture) => picture is null
        ? [.. (start.Network?.Keepers ?? []).Select(k => new KeeperAnswer(k.Name, k.Account.ToString(), Active: false))]
        : [.. picture.Keepers.Select(k => new KeeperAnswer(k.Entry.Name.ToString(), k.Address, !k.Entry.Slashed))];

    private static List<DepositorAnswer> Depositors(VaultPicture? picture) => [.. (picture?.Depositors ?? []).Select(DepositorAnswer.Of)];

    private async Task<List<LiquidationAnswer>> LiquidationsAsync(CancellationToken cancel)
    {
        var newestFirst = await journal.LiquidationsAsync(Liquidations, cancel);
        return [.. newestFirst.Reverse().Select(LiquidationAnswer.Of)];
    }
}
