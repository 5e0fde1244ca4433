using Nectar.Core.Journal;
using Nectar.Core.Liquidation;
using Nectar.Web.Alerting;
using Nectar.Web.Live;
using Nectar.Web.Sandbox;

namespace Nectar.Web.Api;

/// <summary>Reads all metrics: the first Nectar's four names and ours. Amounts are in stroops.</summary>
internal sealed class MetricsReader(
    VaultWatch watch, KeeperBoard board, JournalQueries journal, LiveFeed feed, LiveClients clients, CircuitCount circuits, SandboxBook sandbox, AlertFactsReader facts, TimeProvider time)
{
    /// <summary>As of now; where a figure was not read its metric has no sample.</summary>
    public async Task<IReadOnlyList<Metric>> ReadAsync(CancellationToken cancel)
    {
        var tallies = await journal.TalliesAsync(cancel);
        var open = await journal.OpenCasesAsync(cancel);
        var vault = watch.Read().ValueOrDefault?.Vault;
        var view = board.ReadNewest().ValueOrDefault;
        var known = facts.Latest;
        var keepers = known?.Keepers ?? [];
        return
        [
            Metric.Counter("nectar_cycles_total", "Looks at the pool by all keepers since the start of the process.", board.Cycles),
            Metric.Counter("nectar_liquidations_total", "Liquidations since the journal began.", tallies.Sum(t => t.Liquidations)),
            Metric.Gauge("nectar_vault_tvl", "What withdrawals from the vault are priced at, in stroops of USDC.", vault?.TotalAssets.Stroops),
            Metric.Gauge("nectar_sse_active", "Clients of /api/events.", clients.Events.InUse),
            Metric.Gauge("nectar_hub_active", "Clients of /hubs/log.", clients.Hub.InUse),
            Metric.Gauge("nectar_vault_drawn", "What keepers have out, in stroops of USDC.", vault?.Drawn.Stroops),
            Metric.Gauge("nectar_vault_idle", "What lies in the vault, in stroops of USDC.", vault?.Idle.Stroops),
            Metric.Gauge("nectar_vault_unvested", "Profit that is not the depositors' yet, in stroops of USDC.", vault?.Unvested.Stroops),
            Metric.Gauge("nectar_vault_share_price_e12", "USDC per share with 12 decimals.", vault?.SharePriceE12),
            Metric.Counter("nectar_vault_profit_total", "Profit booked for depositors, in stroops of USDC.", vault?.Profit.Stroops),
            Metric.Counter("nectar_vault_loss_total", "Losses booked, in stroops of USDC.", vault?.Loss.Stroops),
            Metric.Gauge("nectar_ledger", "The last ledger that a keeper has read.", view?.Ledger.Value),
            Metric.Gauge("nectar_reading_age_seconds", "How old the newest keeper's reading is.", view is null ? null : (Int128)(time.GetUtcNow() - view.At).TotalSeconds),
            Metric.Gauge("nectar_positions", "Positions in debt.", view?.Positions.Count),
            Metric.Gauge("nectar_positions_liquidatable", "Of these, positions with a health factor under 1.", view?.Positions.Count(p => p.Health.IsUnderWater())),
            Metric.Gauge("nectar_cases_open", "Cases that are not ended.", open.Count),
            Metric.Counter("nectar_journal_lines_total", "Lines written to the journal.", feed.LastId),
            Metric.Counter("nectar_keeper_detections_total", "Positions found liquidatable.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Detections))),
            Metric.Counter("nectar_keeper_auctions_total", "Auctions opened.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Auctions))),
            Metric.Counter("nectar_keeper_liquidations_total", "Fills that ended with profit in the vault.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Liquidations))),
            Metric.Counter("nectar_keeper_races_lost_total", "Races that another keeper won.", "keeper", tallies.Select(t => (t.Name, (Int128)t.RacesLost))),
            Metric.Counter("nectar_keeper_failures_total", "Steps that failed for another reason.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Failures))),
            Metric.Counter("nectar_keeper_profit_total", "Profit, the keeper's fee included, in stroops of USDC.", "keeper", tallies.Select(t => (t.Name, t.Profit.Stroops))),
            Metric.Counter("nectar_keeper_fees_total", "Fees paid to the network, in stroops of XLM.", "keeper", tallies.Select(t => (t.Name, (Int128)t.Fees))),
            Metric.Gauge("nectar_positions_lowest_health_e7", "The lowest health factor of all positions in debt, with 7 decimals.", view?.Positions.FirstOrDefault(p => p.Health is not null)?.Health?.Value),
            Metric.Gauge("nectar_network_unread_seconds", "How long ago anything was read from the network.", known?.Unread is { } unread ? (Int128)unread.Silence.TotalSeconds : null),
            Metric.Gauge("nectar_price_age_seconds", "How old the oracle's price of an asset was at the last reading.", "asset", (known?.Prices ?? []).Where(p => p.Age is not null).Select(p => (p.Asset, (Int128)p.Age!.Value.TotalSeconds))),
            Metric.Gauge("nectar_keeper_silence_seconds", "How long ago a keeper of this process gave a sign of life.", "keeper", keepers.Select(k => (k.Name, (Int128)k.Silence.TotalSeconds))),
            Metric.Gauge("nectar_keeper_poll_seconds", "A keeper's longest pause between two looks.", "keeper", keepers.Select(k => (k.Name, (Int128)k.PollInterval.TotalSeconds))),
            Metric.Gauge("nectar_keeper_runway_races", "For how many races a keeper's XLM lasts.", "keeper", keepers.Where(k => k.Runway is not null).Select(k => (k.Name, (Int128)k.Runway!.Value))),
            Metric.Gauge("nectar_keeper_drawn", "What a keeper has out of the vault, in stroops of USDC.", "keeper", keepers.Select(k => (k.Name, k.Drawn.Stroops))),
            Metric.Gauge("nectar_circuits_active", "Visitors whose page has a circuit in this process.", circuits.Active),
            Metric.Gauge("nectar_circuits_connected", "Of these, visitors who are connected.", circuits.Connected),
            Metric.Gauge("nectar_sandbox_active", "Simulations that run in this process.", sandbox.Running),
        ];
    }
}
