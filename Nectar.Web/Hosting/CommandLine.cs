namespace Nectar.Web.Hosting;

/// <summary>What the command line asks for.</summary>
internal abstract record CommandLine
{
    private CommandLine()
    {
    }

    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Nectar: pooled USDC and competing keepers that liquidate bad Blend positions on Stellar.

        usage: dotnet run --project Nectar.Web [-- --help]

        Without variables it starts an embedded network with a simulated market, two keepers and the page.
        With KEEPER_SECRET, REGISTRY_CONTRACT and VAULT_CONTRACT, which go together, it runs one keeper on the network of SOROBAN_RPC.

        variable                    default                                  rule
        API_PORT                    8080                                     1 to 65,535: page, API and hub
        NECTAR_DATA                 nectar/ in the user's data folder        the folder of the journal
        NECTAR_MAX_CLIENTS          1000                                     1 to 100,000: live clients of a kind, then 503
        NECTAR_PROXIES              -                                        addresses or networks of proxies, parted by commas: their X-Forwarded-… headers count
        NECTAR_OPERATOR_KEY         -                                        at least 16 characters: signs in at /console to act on keepers, and as an admin where none is named
        NECTAR_OPERATOR_ACCOUNTS    -                                        accounts G…, parted by commas, that sign in so with a signed message
        NECTAR_ADMIN_KEY            -                                        at least 16 characters: signs in to set and silence alerts, too
        NECTAR_ADMIN_ACCOUNTS       -                                        accounts G…, parted by commas, that sign in so with a signed message
        NECTAR_VIEWER_KEY           -                                        at least 16 characters: signs in to see targets of alerts and the audit log, and to change nothing
        NECTAR_VIEWER_ACCOUNTS      -                                        accounts G…, parted by commas, that sign in so with a signed message
        NECTAR_ALERT_WEBHOOK        -                                        URL for alerts as JSON: https to a public address
        NECTAR_ALERT_SLACK          -                                        URL of a Slack incoming webhook, by the same rule
        NECTAR_ALERT_DISCORD        -                                        URL of a Discord webhook, by the same rule
        NECTAR_ALERT_SECRET         -                                        at least 16 characters: signs webhooks, X-Nectar-Signature
        NECTAR_ALERT_LOOPBACK       false                                    true or false: allows http and https to this machine's loopback
        OTEL_EXPORTER_OTLP_ENDPOINT -                                        URL of a collector for traces and metrics, http or https
        OTEL_EXPORTER_OTLP_PROTOCOL grpc                                     grpc or http/protobuf
        NECTAR_DEMO_SEED            20260222                                 a whole number: prices and scenes follow from it
        NECTAR_DEMO_SPEED           10                                       1 to 50: ledgers in a second
        NECTAR_DEMO_BORROWERS       30                                       6 to 60: accounts that borrow
        NECTAR_DEMO_HISTORY_MB      96                                       16 to 4,096: megabytes of closed ledgers that are remembered
        NECTAR_SANDBOX              2                                        0 to 16: price shocks that visitors run at a time, each on a network of its own; 0 for none
        NECTAR_SANDBOX_SPEED        5                                        1 to 50: ledgers in a second of such a network
        NECTAR_SANDBOX_SECONDS      150                                      10 to 600: seconds after which it ends in any case
        KEEPER_SECRET               -                                        secret key S…: pays fees, holds the stake
        REGISTRY_CONTRACT           -                                        contract C…
        VAULT_CONTRACT              -                                        contract C…
        BLEND_POOL                  -                                        contract C… to watch; none watches nothing
        EXCHANGE_CONTRACT           -                                        contract C… with a router's functions; none trades nothing
        KEEPER_NAME                 nectar-keeper-1                          1 to 32 of a-z 0-9 -
        KEEPER_MODE                 atomic                                   atomic or staged
        POLL_INTERVAL               10                                       3 to 300, seconds: the longest pause between two looks
        MIN_PROFIT                  1.0                                      above 0 and up to 1000: what a unit of cost must bring
        MAX_SLIPPAGE_BPS            50                                       0 to 1,000: how far a trade may fall short of its quote
        MAX_PRICE_JUMP_BPS          2000                                     1 to 10,000: a jump beyond it trips the breaker
        MAX_QUOTE_DEVIATION_BPS     500                                      1 to 10,000: a quote so far from the price trips it, too
        MAX_PRICE_AGE               900                                      1 to 86,400, seconds: an older price trips it, too
        FEE_BUDGET                  10000000                                 10,000 to 1,000,000,000 stroops: the most for one transaction
        KNOWN_BORROWERS             -                                        accounts or contracts, parted by commas: watched from the start
        KNOWN_DEPOSITORS            -                                        accounts or contracts, parted by commas: shown from the start
        SOROBAN_RPC                 https://soroban-testnet.stellar.org:443  URLs, parted by commas, the preferred one first
        NETWORK_PASSPHRASE          Test SDF Network ; September 2015        the network's passphrase
        """;

    /// <summary>Reads it.</summary>
    public static CommandLine Parse(string[] args) => args switch
    {
        [] => new Run(),
        [.., "--help" or "-h" or "-?"] or ["--help" or "-h" or "-?", ..] => new ShowHelp(),
        [var first, ..] => new Refused($"'{first}' is no option; --help tells what there is"),
    };

    /// <summary>Run the application.</summary>
    public sealed record Run : CommandLine;

    /// <summary>Print what there is.</summary>
    public sealed record ShowHelp : CommandLine;

    /// <summary>It cannot be understood.</summary>
    public sealed record Refused(string Reason) : CommandLine;
}
