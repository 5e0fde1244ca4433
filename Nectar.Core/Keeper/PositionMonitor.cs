using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Reads a whole pool at one ledger, for up to some 180 borrowers in two requests: one for events, one for entries, and one
/// more for each 200 borrowers beyond. A borrower once known is never forgotten; one without debts is looked at whenever a
/// request has room for it, since not everything that changes a position tells an event.
/// </summary>
internal sealed class PositionMonitor(ISorobanServer server, IKeeperJournal journal, KeeperOptions options, ContractId pool)
{
    // A network on which a ledger with events closes within each of so many readings is read as it is, and again with the next.
    private const int MostReadings = 5;

    private readonly PoolStorage storage = new(pool);
    private readonly PriceFeed prices = new(server);
    private readonly LedgerPace pace = new(options.LedgerTime);
    private readonly Dictionary<SCAddress, bool> borrowers = [];
    private readonly Turns idle = new();
    private readonly AuctionWatch auctions = new();
    private XdrArray<ContractId> assets;
    private LedgerNumber last;
    private bool isLoaded;

    public EventReader Events { get; } = new(server, journal, options.Account, pool);

    /// <summary>How fast ledgers close.</summary>
    public LedgerPace Pace => pace;

    /// <summary>The ledger of the last reading.</summary>
    public LedgerNumber Last => last;

    /// <summary>How many borrowers are known.</summary>
    public int Known => borrowers.Count;

    /// <summary>Loads what is known from before; gives how many borrowers that are.</summary>
    public async Task<int> LoadAsync(CancellationToken cancel)
    {
        if (!isLoaded)
        {
            foreach (var text in (await journal.BorrowersAsync(options.Account, pool, cancel).ConfigureAwait(false)).Concat(options.KnownBorrowers))
            {
                var user = SCAddress.Parse(text);
                borrowers[user] = true;
                auctions.Suspect(user, default);
            }

            isLoaded = true;
        }

        return borrowers.Count;
    }

    /// <summary>Reads the pool; null while no ledger has closed since the last reading.</summary>
    /// <param name="cases">The borrowers with a case in hand.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    /// <exception cref="XdrException">The contract is no pool of this kind.</exception>
    public async Task<PoolSnapshot?> ReadAsync(IReadOnlyCollection<SCAddress> cases, CancellationToken cancel)
    {
        await LoadAsync(cancel).ConfigureAwait(false);
        await FollowAsync(cancel).ConfigureAwait(false);
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

        for (var reading = 1; ; reading++)
        {
            var (snapshot, users, asked) = await ReadEntriesAsync(cases, cancel).ConfigureAwait(false);
            Sort(snapshot, users);
            auctions.Learn(snapshot, asked);
            // A ledger that closed after the events were read may hold an auction that they do not tell.
            if (snapshot.Ledger <= Events.LatestLedger || reading == MostReadings || !await FollowAsync(cancel).ConfigureAwait(false))
            {
                last = snapshot.Ledger;
                return snapshot;
            }
        }
    }

    /// <summary>Reads events; true where they tell of anybody.</summary>
    private async Task<bool> FollowAsync(CancellationToken cancel)
    {
        var found = await Events.ReadAsync(cancel).ConfigureAwait(false);
        foreach (var user in found)
        {
            borrowers[user] = true;
        }

        foreach (var user in Events.HasGap ? borrowers.Keys : found)
        {
            auctions.Suspect(user, Events.LatestLedger);
        }

        return Events.HasGap || found.Count > 0;
    }

    private async Task<(PoolSnapshot Pool, IReadOnlyList<SCAddress> Users, IReadOnlyCollection<SCAddress> Asked)> ReadEntriesAsync(
        IReadOnlyCollection<SCAddress> cases, CancellationToken cancel)
    {
        LedgerKey[] shared =
        [
            storage.Instance, storage.ReserveList, .. assets.Select(storage.ReserveConfig), .. assets.Select(storage.ReserveData), .. prices.Ask(),
        ];
        List<SCAddress> users = [.. borrowers.Where(b => b.Value).Select(b => b.Key)];
        var asked = auctions.Ask(users, cases, shared.Length + users.Count);
        // Of those without debts as many as the requests have room for.
        users.AddRange(idle.Take([.. borrowers.Where(b => !b.Value).Select(b => b.Key)], EntryReading.RoomBehind(shared.Length + users.Count + asked.Count)));
        var keys = shared.Concat(users.Select(storage.Positions)).Concat(asked.Select(u => storage.Auction(AuctionWatch.KeyOf(u))));
        var batch = await server.ReadEntriesAsync(keys, cancel).ConfigureAwait(false);
        var oracle = PoolConfig.FromSCVal(batch.RequireInstance(pool).Require("Config")).Oracle;
        var feed = await prices.ReadAsync(oracle, assets, batch, cancel).ConfigureAwait(false);
        var snapshot = storage.ReadSnapshot(batch, pace.CloseOf(batch.Ledger), assets, feed, users, asked.Select(AuctionWatch.KeyOf));
        // A reserve that was added meanwhile is read with the next ledger.
        assets = storage.ReadReserveList(batch);
        return (snapshot, users, asked);
    }

    private void Sort(PoolSnapshot snapshot, IReadOnlyList<SCAddress> users)
    {
        foreach (var user in users)
        {
            borrowers[user] = (snapshot.Positions.TryGetValue(user, out var positions) && positions.Liabilities.Count > 0)
                || snapshot.Auctions.ContainsKey(AuctionWatch.KeyOf(user));
        }
    }
}
