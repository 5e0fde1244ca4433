using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>
/// Reads a whole pool as of one ledger: one request for up to 200 entries (4 and 2 for each asset and each account), and
/// one for each price where the feed is not the lab's. For one caller at a time.
/// </summary>
/// <param name="server">The network.</param>
/// <param name="pool">A Blend v2 pool, or the lab's.</param>
public sealed class PoolReader(ISorobanServer server, ContractId pool)
{
    private const int MaxAttempts = 5;
    private readonly PoolStorage storage = new(pool);
    private readonly PriceFeed prices = new(server);
    private XdrArray<ContractId> assets;
    private SCAddress? backstop;

    /// <summary>Reads it.</summary>
    /// <param name="users">The accounts whose positions and auctions are wanted.</param>
    /// <param name="known">The latest ledger and its time where the caller knows them, so that they need not be asked for.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="XdrException">There is no pool at this address.</exception>
    /// <exception cref="RpcTransportException">The network could not be asked, or never stood still.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    public async Task<PoolSnapshot> ReadAsync(IReadOnlyCollection<SCAddress> users, LedgerMoment? known, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(users);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var batch = await server.ReadEntriesAsync(Keys(users), cancel).ConfigureAwait(false);
            if (Learn(batch))
            {
                continue;
            }

            var moment = known?.Ledger == batch.Ledger ? known : await LedgerMoment.ReadAsync(server, cancel).ConfigureAwait(false);
            if (moment.Ledger == batch.Ledger)
            {
                return await SnapshotAsync(batch, moment, users, cancel).ConfigureAwait(false);
            }
        }

        throw new RpcTransportException("getLedgerEntries", $"pool {pool} was never read within one ledger in {MaxAttempts} attempts");
    }

    private IEnumerable<LedgerKey> Keys(IReadOnlyCollection<SCAddress> users)
    {
        IEnumerable<LedgerKey> shared = [storage.Instance, storage.ReserveList];
        return shared
            .Concat(prices.Ask())
            .Concat(assets.SelectMany(a => new[] { storage.ReserveConfig(a), storage.ReserveData(a) }))
            .Concat(Accounts(users).Select(storage.Positions))
            .Concat(Auctions(users).Select(storage.Auction));
    }

    /// <summary>Whether the pool has other assets, feed or backstop than were read.</summary>
    private bool Learn(EntryBatch batch)
    {
        var instance = batch.RequireInstance(pool);
        var list = storage.ReadReserveList(batch);
        var guard = instance.Require("Backstop").ToAddress();
        var oracle = PoolConfig.FromSCVal(instance.Require("Config")).Oracle;
        var isNews = prices.Follow(oracle) || list != assets || guard != backstop;
        (assets, backstop) = (list, guard);
        return isNews;
    }

    private async Task<PoolSnapshot> SnapshotAsync(
        EntryBatch batch, LedgerMoment moment, IReadOnlyCollection<SCAddress> users, CancellationToken cancel)
    {
        var feed = await prices.ReadAsync(
            PoolConfig.FromSCVal(batch.RequireInstance(pool).Require("Config")).Oracle, assets, batch, cancel).ConfigureAwait(false);
        return storage.ReadSnapshot(batch, moment.CloseTimeSeconds, assets, feed, Accounts(users), Auctions(users));
    }

    private IEnumerable<SCAddress> Accounts(IReadOnlyCollection<SCAddress> users) =>
        backstop is null ? users : users.Append(backstop).Distinct();

    private IEnumerable<AuctionKey> Auctions(IReadOnlyCollection<SCAddress> users)
    {
        var own = users.Distinct().Select(u => new AuctionKey(AuctionType.UserLiquidation, u));
        return backstop is null ? own
            : own.Append(new AuctionKey(AuctionType.BadDebt, backstop)).Append(new AuctionKey(AuctionType.Interest, backstop));
    }
}
