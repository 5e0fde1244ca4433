using System.Security.Cryptography;
using System.Text;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;

namespace Nectar.Web.Demo;

/// <summary>
/// Everybody in the market. Their keys follow from their names, so that anyone can act for them: they are worth nothing
/// outside the embedded network.
/// </summary>
internal sealed class DemoPeople
{
    private readonly Func<string, DemoAccount> make;

    /// <summary>Names them.</summary>
    /// <param name="server">The network.</param>
    /// <param name="network">Which network that is.</param>
    /// <param name="options">How many borrow, and how fast ledgers close.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For operators.</param>
    public DemoPeople(ISorobanServer server, Network network, DemoOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        // A transaction waits for the next ledger: half the time between two is soon enough to ask.
        var sending = new TransactionSenderOptions { ValidForLedgers = 60, PollInterval = options.LedgerInterval / 2 };
        make = name =>
        {
            var key = KeyOf(name);
            return new DemoAccount(name, key, new TransactionSender(server, network, key, [], time, sending, loggers.CreateLogger<TransactionSender>()));
        };
        Admin = make("admin");
        Issuer = make("issuer");
        PoolFeed = make("pool-feed");
        MarketFeed = make("market-feed");
        Exchange = make("exchange");
        Lender = make("lender");
        Depositors = [make("alice"), make("bob")];
        Keepers = [make("alpha"), make("beta")];
        Borrowers = [.. Enumerable.Range(1, options.Borrowers).Select(i => make($"borrower-{i}"))];
    }

    /// <summary>Owns pool, registry and vault.</summary>
    public DemoAccount Admin { get; }

    /// <summary>Issues all assets.</summary>
    public DemoAccount Issuer { get; }

    /// <summary>Tells the pool's feed its prices.</summary>
    public DemoAccount PoolFeed { get; }

    /// <summary>Tells the feed that the exchange and the vault go by its prices.</summary>
    public DemoAccount MarketFeed { get; }

    /// <summary>Owns the exchange.</summary>
    public DemoAccount Exchange { get; }

    /// <summary>Lends what is borrowed.</summary>
    public DemoAccount Lender { get; }

    /// <summary>Deposit into the vault and withdraw from it.</summary>
    public IReadOnlyList<DemoAccount> Depositors { get; }

    /// <summary>The two rival keepers, whose keys the host hands to what acts for them.</summary>
    public IReadOnlyList<DemoAccount> Keepers { get; }

    /// <summary>Borrow.</summary>
    public IReadOnlyList<DemoAccount> Borrowers { get; }

    /// <summary>All but the issuer, who needs no trust lines.</summary>
    public IEnumerable<DemoAccount> Holders => [Admin, PoolFeed, MarketFeed, Exchange, Lender, .. Depositors, .. Keepers, .. Borrowers];

    /// <summary>The key of a name.</summary>
    public static KeyPair KeyOf(string name) => KeyPair.FromRawSeed(SHA256.HashData(Encoding.UTF8.GetBytes($"nectar demo {name}")));
}
