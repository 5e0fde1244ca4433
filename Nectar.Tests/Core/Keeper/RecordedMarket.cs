using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;
using Nectar.Tests.Support;
using Nectar.Web.Demo;
using Genesis = Nectar.Tests.LocalNet.Soroban.Genesis;

namespace Nectar.Tests.Core.Keeper;

/// <summary>
/// The recorded deployment (<see cref="Genesis"/>), with Blend v2's own contracts or the lab's, as a network that goes on from
/// there: a borrower with 100,000 XLM as collateral for 26,000 USDC, XLM at 0.40, two depositors, two keepers.
/// </summary>
internal sealed class RecordedMarket : IAsyncDisposable
{
    public const long One = 10_000_000;
    private const uint LedgerSeconds = 5;
    private static readonly string[] priced = ["usdc", "xlm", "btc", "eth", "eurc"];

    private readonly Genesis genesis;
    private readonly LocalNetwork network;
    private readonly TransactionSenderOptions sending = new() { ValidForLedgers = 60, PollInterval = TimeSpan.FromMilliseconds(1) };

    private RecordedMarket(Genesis genesis, LocalNetwork network)
    {
        (this.genesis, this.network) = (genesis, network);
        Server = new InProcessServer(network);
    }

    public ISorobanServer Server { get; }

    public uint Ledger => network.Latest.Sequence;

    /// <summary>Goes on from the recorded end.</summary>
    /// <param name="market"><c>blend</c> or <c>lab</c>.</param>
    /// <param name="shared">The host.</param>
    public static async Task<RecordedMarket> StartAsync(string market, SharedHost shared)
    {
        var genesis = new Genesis(market, shared.Host);
        genesis.Replay();
        var closed = DateTimeOffset.FromUnixTimeSeconds(genesis.End.GetProperty("closeTime").GetInt64());
        var network = await LocalNetwork.StartAsync(new LocalNetworkOptions { ClockStart = closed }, TimeProvider.System, shared.Host);
        var first = network.Latest;
        var header = first.Header with
        {
            LedgerSeq = genesis.Draft.Sequence,
            ScpValue = first.Header.ScpValue with { CloseTime = (ulong)closed.ToUnixTimeSeconds() },
        };
        await network.LoadStateAsync(StateDump.Write(first with { Header = header, State = genesis.Draft.State }));
        return new RecordedMarket(genesis, network);
    }

    public ContractId Contract(string name) => ContractId.Parse(genesis.Start.GetProperty("contracts").GetProperty(name).GetString()!);

    /// <summary>Somebody of the recording.</summary>
    public DemoAccount Account(string name)
    {
        var key = KeyPair.FromRawSeed(Convert.FromHexString(genesis.SeedOf(name)));
        return new DemoAccount(name, key, new TransactionSender(Server, network.Network, key, [], TimeProvider.System, sending, NullLogger<TransactionSender>.Instance));
    }

    /// <summary>A keeper of this market; nothing in its options says which pool it is.</summary>
    public KeeperRunner Keeper(string name, CaseMode mode, IKeeperJournal journal, TimeProvider? time = null) => new(
        new KeeperOptions
        {
            Key = Account(name).Key,
            Name = name,
            Registry = Contract("registry"),
            Vault = Contract("vault"),
            Pool = Contract("pool"),
            Exchange = Contract("exchange"),
            Mode = mode,
            LedgerTime = TimeSpan.FromMilliseconds(5),
            // The events of the recording are none that this network keeps.
            KnownBorrowers = [Account("borrower").Address.ToString()],
        },
        network.Network, Server, journal, time ?? TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>Tells both feeds the price of XLM, in ten-thousandths of a dollar, and that all others are as they were.</summary>
    public async Task TellAsync(long xlmE4, CancellationToken cancel)
    {
        var admin = Account("admin");
        foreach (var feed in new[] { new OracleClient(Contract("poolFeed")), new OracleClient(Contract("ownFeed")) })
        {
            var prices = new List<KeyValuePair<OracleAsset, Int128>>();
            var scale = Scale(await Server.ReadAsync(feed.Decimals(), cancel));
            foreach (var asset in priced.Select(n => new OracleAsset.Stellar(Contract(n))))
            {
                var told = asset.Token == Contract("xlm") ? xlmE4 * scale / 10_000 : (await Server.ReadAsync(feed.LastPrice(asset), cancel))!.Price;
                prices.Add(new(asset, told));
            }

            await admin.CallAsync(feed.SetPrices(prices), cancel);
        }
    }

    /// <summary>Gives an account USDC, which it puts into the pool as collateral, and lets it borrow XLM.</summary>
    public async Task BorrowXlmAsync(string name, long usdc, long xlm, CancellationToken cancel)
    {
        var account = Account(name);
        await Account("usdc-issuer").CallAsync(new TokenClient(Contract("usdc")).Mint(account.Address, usdc), cancel);
        await account.CallAsync(
            new PoolClient(Contract("pool")).Submit(account.Address, account.Address, account.Address,
            [
                Request.Of(RequestType.SupplyCollateral, Contract("usdc"), usdc), Request.Of(RequestType.Borrow, Contract("xlm"), xlm),
            ]),
            cancel);
    }

    /// <summary>Closes a ledger 5 seconds later.</summary>
    public Task CloseAsync(CancellationToken cancel) => network.CloseLedgersAsync(1, LedgerSeconds, cancel);

    public ValueTask DisposeAsync() => network.DisposeAsync();

    private static Int128 Scale(uint decimals) => decimals == 0 ? 1 : 10 * Scale(decimals - 1);
}
