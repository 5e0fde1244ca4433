using Nectar.Core.Contracts.Storage;
using Nectar.Core.Journal;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>Reads all that the performance page shows.</summary>
internal sealed class PerformanceSource(HomeSource home, VaultHistory history, JournalQueries journal, NetworkStart start)
{
    private const int MaxLiquidations = 200;
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(3);

    /// <summary>As of now.</summary>
    public async Task<PerformanceReadings> ReadAsync(CancellationToken cancel)
    {
        var common = await home.ReadAsync(cancel);
        var liquidations = await journal.LiquidationsAsync(MaxLiquidations, cancel);
        var rows = common.Keepers.ValueOrDefault ?? [];
        var coins = await XlmAsync(rows, cancel);
        return new PerformanceReadings(
            common, history.Moments, history.Gap, liquidations,
            [.. rows.Select(r => KeeperScore.Of(r, liquidations, coins.TryGetValue(r.Registered.Address, out var xlm) ? xlm : null))]);
    }

    private async Task<Dictionary<string, long>> XlmAsync(IReadOnlyList<KeeperRow> rows, CancellationToken cancel)
    {
        var accounts = rows.Select(r => SCAddress.Parse(r.Registered.Address)).OfType<SCAddress.Account>().ToList();
        if (start.Network is not { } network || accounts.Count == 0)
        {
            return [];
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(longest);
        try
        {
            var batch = await network.Server.ReadEntriesAsync(accounts.Select(a => (LedgerKey)new LedgerKey.Account(new LedgerKeyAccount(a.Value))), patience.Token);
            return batch.Entries.Values.OfType<LedgerEntryData.Account>().ToDictionary(e => SCAddress.From(e.Value.AccountId.ToAccountId()).ToString(), e => e.Value.Balance);
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The cards show a dash: the rest of the page does not depend on it.
            return [];
        }
    }
}
