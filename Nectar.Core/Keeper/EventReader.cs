using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Reads a pool's events page by page and remembers in the journal how far: borrowers are saved together with the cursor
/// behind them, so that neither a crash nor a restart loses one.
/// </summary>
internal sealed class EventReader(ISorobanServer server, IKeeperJournal journal, AccountId keeper, ContractId pool)
{
    private const uint PageLength = 1_000;

    // A server that scans so many ledgers a request needs so many requests for its whole memory, and a few to spare.
    private const int MostPages = 64;

    private readonly Dictionary<string, (SCAddress Filler, LedgerNumber Ledger)> fills = [];
    private EventCursor? cursor;

    /// <summary>The last ledger that the server knew.</summary>
    public LedgerNumber LatestLedger { get; private set; }

    /// <summary>When that closed, where the server told it.</summary>
    public LedgerMoment? LastClose { get; private set; }

    /// <summary>Whether the last reading may have left out events: the server did not know how far they were read, or tells too many at once.</summary>
    public bool HasGap { get; private set; }

    /// <summary>Who filled a borrower's auction last; null where no event told it since the start.</summary>
    public (SCAddress Filler, LedgerNumber Ledger)? LastFill(string borrower) => fills.TryGetValue(borrower, out var fill) ? fill : null;

    /// <summary>Reads what is new and gives everybody whose positions it may have changed.</summary>
    public async Task<IReadOnlyCollection<SCAddress>> ReadAsync(CancellationToken cancel)
    {
        HasGap = false;
        cursor ??= await journal.CursorAsync(keeper, pool, cancel).ConfigureAwait(false);
        var (all, isLast) = (new HashSet<SCAddress>(), false);
        for (var page = 0; page < MostPages && !isLast; page++)
        {
            var found = await AskAsync(cancel).ConfigureAwait(false);
            var users = Learn(found);
            isLast = found.Events.Count < PageLength && (found.Cursor == cursor?.Cursor || CursorLedger(found) >= found.LatestLedger.Value);
            var covered = isLast ? found.LatestLedger : found.Events is [.., var last] ? last.Ledger : cursor?.Ledger ?? found.LatestLedger;
            cursor = new EventCursor(found.Cursor, covered);
            // A cursor that moved without a borrower is not worth a write a ledger: reading a stretch again loses nothing.
            if (users.Count > 0 || page > 0)
            {
                await journal.AdvanceAsync(keeper, pool, cursor, [.. users.Select(b => b.ToString())], cancel).ConfigureAwait(false);
            }

            all.UnionWith(users);
        }

        HasGap = HasGap || !isLast;
        return all;
    }

    private HashSet<SCAddress> Learn(GetEventsResult found)
    {
        (LatestLedger, LastClose) = (found.LatestLedger, LedgerMoment.Of(found) ?? LastClose);
        var users = new HashSet<SCAddress>();
        foreach (var told in found.Events)
        {
            var read = PoolEvent.Read(told.Topics, told.Value);
            users.UnionWith(read?.Accounts ?? []);
            if (read is PoolEvent.AuctionFilled({ Type: AuctionType.UserLiquidation, User: var user }, var filler, _, _))
            {
                fills[user.ToString()] = (filler, told.Ledger);
            }
        }

        return users;
    }

    private async Task<GetEventsResult> AskAsync(CancellationToken cancel)
    {
        var filters = new[] { new EventFilter { Type = "contract", ContractIds = [pool.ToString()] } };
        if (cursor is not null)
        {
            var request = new GetEventsRequest { Filters = filters, Pagination = new Pagination(cursor.Cursor, PageLength) };
            if (await server.GetEventsAsync(request, cancel).ConfigureAwait(false) is RpcResult<GetEventsResult>.Ok(var page))
            {
                return page;
            }
        }

        // There is no cursor yet, or the server does not know it: it forgot those ledgers, or is another one. From the oldest that counts, again.
        HasGap = true;
        var oldest = (await server.GetHealthAsync(cancel).ConfigureAwait(false)).ValueOrThrow().OldestLedger;
        var start = cursor is not null && cursor.Ledger > oldest ? cursor.Ledger : oldest;
        return (await server.GetEventsAsync(
            new GetEventsRequest { StartLedger = start, Filters = filters, Pagination = new Pagination(null, PageLength) }, cancel).ConfigureAwait(false)).ValueOrThrow();
    }

    // A cursor is "<toid>-<event>", and the upper half of a toid is its ledger. What cannot be read so counts as the end.
    private static uint CursorLedger(GetEventsResult found) =>
        ulong.TryParse(found.Cursor.Split('-')[0], out var toid) ? (uint)(toid >> 32) : uint.MaxValue;
}
