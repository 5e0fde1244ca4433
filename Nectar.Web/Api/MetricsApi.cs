using Nectar.Core.Journal;
using Nectar.Core.Liquidation;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary><c>GET /metrics</c>: the first Nectar's four names and ours. Amounts are in stroops.</summary>
internal static class MetricsApi
{
    public static void MapMetricsApi(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", GetAsync);

    private static async Task<IResult> GetAsync(
        VaultWatch watch, KeeperBoard board, JournalQueries journal, LiveFeed feed, LiveClients clients, TimeProvider time, CancellationToken cancel)
    {
        var tallies = await journal.TalliesAsync(cancel);
        var open = await journal.OpenCasesAsync(cancel);
        var vault = watch.Read().ValueOrDefault?.Vault;
        var view = board.ReadNewest().ValueOrDefault;
        var text = new MetricsText()
            .Counter("nectar_cycles_total", "Looks at the pool by all keepers since the start of the process.", board.Cycles)
            .Counter("nectar_liquidations_total", "Liquidations since the journal began.", tallies.Sum(t => t.Liquidations))
            .Gauge("nectar_vault_tvl", "What withdrawals from the vault are priced at, in stroops of USDC.", vault?.TotalAssets.Stroops)
            .Gauge("nectar_sse_active", "Clients of /api/events.", clients.Events.InUse)
            .Gauge("nectar_hub_active", "Clients of /hubs/log.", clients.Hub.InUse)
            .Gauge("nectar_vault_drawn", "What keepers have out, in stroops of USDC.", vault?.Drawn.Stroops)
            .Gauge("nectar_vault_idle", "What lies in the vault, in stroops of USDC.", vault?.Idle.Stroops)
            .Gauge("nectar_vault_unvested", "Profit that is not the depositors' yet, in stroops of USDC.", vault?.Unvested.Stroops)
            .Gauge("nectar_vault_share_price_e12", "USDC per share with 12 decimals.", vault?.SharePriceE12)
            .Counter("nectar_vault_profit_total", "Profit booked for depositors, in stroops of USDC.", vault?.Profit.Stroops ?? 0)
            .Counter("nectar_vault_loss_total", "Losses booked, in stroops of USDC.", vault?.Loss.Stroops ?? 0)
            .Gauge("nectar_ledger", "The last ledger that a keeper has read.", view?.Ledger.Value)
            .Gauge("nectar_reading_age_seconds", "How old the newest keeper's reading is.", view is null ? null : (Int128)(time.GetUtcNow() - view.At).TotalSeconds)
            .Gauge("nectar_positions", "Positions in debt.", view?.Positions.Count)
            .Gauge("nectar_positions_liquidatable", "Of these, positions with a health factor under 1.", view?.Positions.Count(p => p.Health < Ratio.One))
            .Gauge("nectar_cases_open", "Cases that are not ended.", open.Count)
            .Counter("nectar_journal_lines_total", "Lines written to the journal.", feed.LastId)
            .Counter("nectar_keeper_detections_total", "Positions found liquidatable.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Detections)))
            .Counter("nectar_keeper_auctions_total", "Auctions opened.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Auctions)))
            .Counter("nectar_keeper_liquidations_total", "Fills that ended with profit in the vault.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Liquidations)))
            .Counter("nectar_keeper_races_lost_total", "Races that another keeper won.", "keeper", tallies.Select(t => (t.Name, (Int128)t.RacesLost)))
            .Counter("nectar_keeper_failures_total", "Steps that failed for another reason.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Failures)))
            .Counter("nectar_keeper_profit_total", "Profit, the keeper's fee included, in stroops of USDC.", "keeper", tallies.Select(t => (t.Name, t.Profit.Stroops)))
            .Counter("nectar_keeper_fees_total", "Fees paid to the network, in stroops of XLM.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Fees)));
        return TypedResults.Text(text.ToString(), MetricsText.ContentType);
    }
}
