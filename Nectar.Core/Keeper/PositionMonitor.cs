using Nectar.Core.Contracts.Pool;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Reads a whole pool at one ledger, in two requests for up to some 180 borrowers: one for events, one for entries, and one
/// more for each 200 entries beyond. A borrower once known is never forgotten; one without debts is looked at whenever a
/// request has room for it, since not everything that changes a position tells an event.
/// </summary>
internal sealed class PositionMonitor(ISorobanServer server, IKeeperJournal journal, KeeperOptions options, ContractId pool)
{
    private readonly PoolKeys keys = new(pool);
    private readonly PriceFeed prices = new(server);
    private readonly LedgerPace pace = new(options.LedgerTime);
    private readonly Dictionary<SCAddress, bool> borrowers = [];
    private readonly Queue<SCAddress> idle = new();
    private XdrArray<ContractId> assets = [];
    private LedgerNumber last;
    private bool isLoaded;

    public EventReader Events { get; } = new(server, journal, options.Account, pool);

    /// <summary>How fast ledgers close.</summary>
    public LedgerPace Pace => pace;

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

        if (Events.LastClose is var (closed, seconds))
        {
            pace.Observe(closed, seconds);
        }

        if (Events.LatestLedger <= last)
        {
            return null;
        }

        if (assets.Count == 0)
        {
            assets = ListOf(await LedgerReading.ReadAsync(server, [keys.ReserveList], cancel).ConfigureAwait(false));
        }

        var users = WhomToRead();
        var reading = await LedgerReading.ReadAsync(server, [.. PoolEntries(), .. users.SelectMany(UserEntries)], cancel).ConfigureAwait(false);
        // A reserve that was added meanwhile is read with the next ledger.
        var list = ListOf(reading);
        var snapshot = await SnapshotAsync(reading, users, cancel).ConfigureAwait(false);
        assets = list;
        last = snapshot.Ledger;
        Sort(snapshot, users);
        return snapshot;
    }

    private async Task<PoolSnapshot> SnapshotAsync(LedgerReading reading, IReadOnlyList<SCAddress> users, CancellationToken cancel)
    {
        var instance = reading.Required(keys.Instance, "the pool's instance") is SCVal.ContractInstance({ Storage: { } storage })
            ? new SCVal.Map(storage)
            : throw new XdrException("the pool's instance", "holds nothing");
        var config = PoolConfig.FromSCVal(instance.Field("Config"));
        var decimals = await prices.DecimalsAsync(config.Oracle, cancel).ConfigureAwait(false);
        return new PoolSnapshot
        {
            Pool = pool,
            Ledger = reading.Ledger,
            CloseTimeSeconds = pace.CloseOf(reading.Ledger),
            Config = config,
            Backstop = instance.Field("Backstop").ToAddress(),
            OracleDecimals = decimals,
            Reserves =
            [
                .. assets.Select(asset => new Reserve(
                    asset,
                    ReserveConfig.FromSCVal(reading.Required(keys.ReserveConfig(asset), "a reserve's settings")),
                    ReserveData.FromSCVal(reading.Required(keys.ReserveData(asset), "a reserve's state")))),
            ],
            Prices = await prices.PricesAsync(assets, reading, cancel).ConfigureAwait(false),
            Positions = users.Select(u => (User: u, Value: reading.Value(keys.Positions(u)))).Where(u => u.Value is not null)
                .ToDictionary(u => u.User, u => Positions.FromSCVal(u.Value!)),
            Auctions = users.Select(u => (User: u, Value: reading.Value(keys.Auction(u)))).Where(u => u.Value is not null)
                .ToDictionary(u => new AuctionKey(AuctionType.UserLiquidation, u.User), u => AuctionData.FromSCVal(u.Value!)),
        };
    }

    private XdrArray<ContractId> ListOf(LedgerReading reading) =>
        reading.Required(keys.ReserveList, "the pool's list of assets").ToVec().Select(a => a.ToContractId()).ToXdrArray();

    private IEnumerable<LedgerKey> PoolEntries() =>
    [
        keys.Instance, keys.ReserveList,
        .. assets.SelectMany(a => new[] { keys.ReserveConfig(a), keys.ReserveData(a) }),
        .. prices.Keys,
    ];

    private IEnumerable<LedgerKey> UserEntries(SCAddress user) => [keys.Positions(user), keys.Auction(user)];

    /// <summary>Everybody in debt, and of the others as many as the requests have room for, in turn.</summary>
    private List<SCAddress> WhomToRead()
    {
        List<SCAddress> users = [.. borrowers.Where(b => b.Value).Select(b => b.Key)];
        var room = LedgerReading.RoomBeside(PoolEntries().Count() + (2 * users.Count)) / 2;
        for (var i = Math.Min(room, idle.Count); i > 0; i--)
        {
            users.Add(idle.Dequeue());
        }

        return users;
    }

    private void Sort(PoolSnapshot snapshot, IReadOnlyList<SCAddress> users)
    {
        foreach (var user in users)
        {
            var isInDebt = (snapshot.Positions.TryGetValue(user, out var positions) && positions.Liabilities.Count > 0)
                || snapshot.Auctions.ContainsKey(new AuctionKey(AuctionType.UserLiquidation, user));
            borrowers[user] = isInDebt;
            if (!isInDebt)
            {
                idle.Enqueue(user);
            }
        }
    }
}
