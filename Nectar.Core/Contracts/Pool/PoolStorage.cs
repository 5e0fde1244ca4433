using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>Where a Blend v2 pool, or the lab's, keeps what it knows.</summary>
/// <param name="Pool">The pool.</param>
public sealed record PoolStorage(ContractId Pool)
{
    /// <summary>Settings, administrator and backstop.</summary>
    public LedgerKey Instance => ContractEntry.Instance(Pool);

    /// <summary>The assets in the order of their indexes.</summary>
    public LedgerKey ReserveList => ContractEntry.Persistent(Pool, SCVal.FromSymbol("ResList"));

    /// <summary>How the pool treats an asset.</summary>
    public LedgerKey ReserveConfig(ContractId asset) => ContractEntry.Persistent(Pool, SCVal.FromEnumCase("ResConfig", SCVal.FromAddress(asset)));

    /// <summary>What the pool holds of an asset.</summary>
    public LedgerKey ReserveData(ContractId asset) => ContractEntry.Persistent(Pool, SCVal.FromEnumCase("ResData", SCVal.FromAddress(asset)));

    /// <summary>What an account has.</summary>
    public LedgerKey Positions(SCAddress user) => ContractEntry.Persistent(Pool, SCVal.FromEnumCase("Positions", ContractValue.Of(user)));

    /// <summary>An auction; its entry is temporary.</summary>
    public LedgerKey Auction(AuctionKey auction) => ContractEntry.Temporary(Pool, SCVal.FromEnumCase("Auction", SCVal.FromStruct(
        ("auct_type", SCVal.FromUInt32((uint)auction.Type)),
        ("user", ContractValue.Of(auction.User)))));

    /// <summary>Reads the assets; none before the first.</summary>
    public XdrArray<ContractId> ReadReserveList(EntryBatch batch) => batch.Find(ReserveList)?.ToList(a => a.ToContractId()) ?? [];

    /// <summary>Reads a reserve.</summary>
    /// <exception cref="XdrException">The pool has none of this asset.</exception>
    public Reserve ReadReserve(EntryBatch batch, ContractId asset) =>
        batch.Find(ReserveConfig(asset)) is { } config && batch.Find(ReserveData(asset)) is { } data
            ? new Reserve(asset, Contracts.Pool.ReserveConfig.FromSCVal(config), Contracts.Pool.ReserveData.FromSCVal(data))
            : throw new XdrException(nameof(Reserve), $"pool {Pool} lists {asset} and has no entry of it");

    /// <summary>Reads what an account has; null where it has no entry.</summary>
    public Positions? ReadPositions(EntryBatch batch, SCAddress user) =>
        batch.Find(Positions(user)) is { } value ? Contracts.Pool.Positions.FromSCVal(value) : null;

    /// <summary>Puts a whole reading together; accounts and auctions without an entry are not in it.</summary>
    /// <param name="batch">The entries, the instance's among them.</param>
    /// <param name="closeTimeSeconds">When the batch's ledger closed.</param>
    /// <param name="assets">The assets of the reserve list.</param>
    /// <param name="feed">Decimals and last prices of the pool's oracle.</param>
    /// <param name="users">Whose positions.</param>
    /// <param name="auctions">Which auctions.</param>
    /// <exception cref="XdrException">There is no pool at this address, or it has no entry of a listed asset.</exception>
    internal PoolSnapshot ReadSnapshot(
        EntryBatch batch,
        ulong closeTimeSeconds,
        IReadOnlyList<ContractId> assets,
        (uint Decimals, IReadOnlyDictionary<ContractId, PriceData> Prices) feed,
        IEnumerable<SCAddress> users,
        IEnumerable<AuctionKey> auctions)
    {
        var instance = batch.RequireInstance(Pool);
        return new PoolSnapshot
        {
            Pool = Pool,
            Ledger = batch.Ledger,
            CloseTimeSeconds = closeTimeSeconds,
            Config = PoolConfig.FromSCVal(instance.Require("Config")),
            Backstop = instance.Require("Backstop").ToAddress(),
            OracleDecimals = feed.Decimals,
            Reserves = [.. assets.Select(a => ReadReserve(batch, a))],
            Prices = feed.Prices,
            Positions = Found(users, u => ReadPositions(batch, u)),
            Auctions = Found(auctions, a => ReadAuction(batch, a)),
        };
    }

    /// <summary>Reads an auction; null where there is none.</summary>
    public AuctionData? ReadAuction(EntryBatch batch, AuctionKey auction) =>
        batch.Find(Auction(auction)) is { } value ? AuctionData.FromSCVal(value) : null;

    private static Dictionary<TKey, T> Found<TKey, T>(IEnumerable<TKey> keys, Func<TKey, T?> read)
        where TKey : notnull
        where T : class =>
        keys.Select(k => (Key: k, Value: read(k))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!);
}
