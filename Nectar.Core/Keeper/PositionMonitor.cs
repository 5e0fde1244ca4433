using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Reads a whole pool at one ledger, for up to some 90 borrowers in two requests: one for events, one for entries, and one
/// more for each 200 entries beyond. A borrower once known is never forgotten; one without debts is looked at whenever a
/// request has room for it, since not everything that changes a position tells an event.
/// </summary>
internal sealed class PositionMonitor(ISorobanServer server, IKeeperJournal journal, KeeperOptions options, ContractId pool)
{
    private readonly PoolStorage storage = new(pool);
    private readonly PriceFeed prices = new(server);
    private readonly LedgerPace pace = new(options.LedgerTime);
    private readonly Dictionary<SCAddress, bool> borrowers = [];
    private readonly Queue<SCAddress> idle = new();
    private XdrArray<ContractId> assets;
    private LedgerNumber last;
    private bool isLoaded;

    public EventReader Events { get; } = new(server, journal, options.Account, pool);

    /// <summary>How fast ledgers close.</summary>
    public LedgerPace Pace => pace;

    /// <summary>How many borrowers are known.</summary>
    public int Known => borrowers.Count;

    /// <summary>Loads what is known from before; gives how many borrowers that are.</summary>
    public async Task<int> LoadAsync(CancellationToken cancel)
    {
        if (!isLoaded)
        {
            foreach (var text in (await journal.BorrowersAsync(options.Account, pool, cancel).ConfigureAwait(false)).Concat(options.KnownBorrowers))
            {
                borrowers[SCAddress.Parse(text)] = true;
            }

            isLoaded = true;
        }

        return borrowers.Count;
    }

    /// <summary>Reads the pool; null while no ledger has closed since the last reading.</summary>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    /// <exception cref="XdrException">The contract is no pool of this kind.</exception>
    public async Task<PoolSnapshot?> ReadAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel).ConfigureAwait(false);
        foreach (var found in await Events.ReadAsync(cancel).ConfigureAwait(false))
        {
            borrowers[found] = true;
        }

        if (Events.LatestLedger <= last)
        {
            return null;
        }

        var close = Events.LastClose?.Ledger == Events.LatestLedger ? Events.LastClose : await LedgerMoment.ReadAsync(server, cancel).ConfigureAwait(false);
        pace.Observe(close.Ledger, close.CloseTimeSeconds);
        if (assets.Count == 0)
        {
            assets = storage.ReadReserveList(await server.ReadEntriesAsync([storage.ReserveList], cancel).ConfigureAwait(false));
        }

        LedgerKey[] shared =
        [
            storage.Instance, storage.ReserveList, .. assets.Select(storage.ReserveConfig), .. assets.Select(storage.ReserveData), .. prices.Ask(),
        ];
        var users = WhomToRead(shared.Length);
        var keys = shared.Concat(users.Select(storage.Positions)).Concat(users.Select(u => storage.Auction(KeyOf(u))));
        var batch = await server.ReadEntriesAsync(keys, cancel).ConfigureAwait(false);
        var snapshot = await SnapshotAsync(batch, users, cancel).ConfigureAwait(false);
        // A reserve that was added meanwhile is read with the next ledger.
        (assets, last) = (storage.ReadReserveList(batch), snapshot.Ledger);
        Sort(snapshot, users);
        return snapshot;
    }

    private async Task<PoolSnapshot> SnapshotAsync(EntryBatch batch, IReadOnlyList<SCAddress> users, CancellationToken cancel)
    {
        var oracle = PoolConfig.FromSCVal(batch.RequireInstance(pool).Require("Config")).Oracle;
        var feed = await prices.ReadAsync(oracle, assets, batch, cancel).ConfigureAwait(false);
        return storage.ReadSnapshot(batch, pace.CloseOf(batch.Ledger), assets, feed, users, users.Select(KeyOf));
    }

    /// <summary>Everybody in debt, and of the others as many as the requests have room for, in turn.</summary>
    private List<SCAddress> WhomToRead(int shared)
    {
        List<SCAddress> users = [.. borrowers.Where(b => b.Value).Select(b => b.Key)];
        var needed = shared + (2 * users.Count);
        var room = (EntryReading.MaxKeys - (needed % EntryReading.MaxKeys)) % EntryReading.MaxKeys / 2;
        for (var i = Math.Min(room, idle.Count); i > 0; i--)
        {
            var user = idle.Dequeue();
            // An event may have named it meanwhile, so that it stands among the others already.
            if (!borrowers[user])
            {
                users.Add(user);
            }
        }

        return users;
    }

    private void Sort(PoolSnapshot snapshot, IReadOnlyList<SCAddress> users)
    {
        foreach (var user in users)
        {
            var isInDebt = (snapshot.Positions.TryGetValue(user, out var positions) && positions.Liabilities.Count > 0)
                || snapshot.Auctions.ContainsKey(KeyOf(user));
            borrowers[user] = isInDebt;
            if (!isInDebt)
            {
                idle.Enqueue(user);
            }
        }
    }

    private static AuctionKey KeyOf(SCAddress user) => new(AuctionType.UserLiquidation, user);
}
