using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>One keeper: its key, whom it deals with, and how careful it is. <see cref="KeeperEnvironment"/> reads it from variables.</summary>
public sealed record KeeperOptions
{
    /// <summary>The keeper's key: it signs, pays fees in XLM and holds the stake. <c>KEEPER_SECRET</c>.</summary>
    public required KeyPair Key { get; init; }

    /// <summary>The keeper's name: 1 to 32 of <c>a-z 0-9 -</c>. <c>KEEPER_NAME</c>, by default <c>nectar-keeper-1</c>.</summary>
    public string Name { get; init; } = "nectar-keeper-1";

    /// <summary>The registry. <c>REGISTRY_CONTRACT</c>.</summary>
    public required ContractId Registry { get; init; }

    /// <summary>The vault. <c>VAULT_CONTRACT</c>.</summary>
    public required ContractId Vault { get; init; }

    /// <summary>The pool to watch, Blend v2's or the lab's; null watches none. <c>BLEND_POOL</c>.</summary>
    public ContractId? Pool { get; init; }

    /// <summary>An exchange with Soroswap's router functions; null cannot trade, so that only USDC against USDC can be
    /// filled. <c>EXCHANGE_CONTRACT</c>.</summary>
    public ContractId? Exchange { get; init; }

    /// <summary>How to act: <c>KEEPER_MODE</c>, <c>atomic</c> (default) or <c>staged</c>.</summary>
    public CaseMode Mode { get; init; } = CaseMode.Atomic;

    /// <summary>
    /// The longest pause between two looks, 3 s to 300 s; while ledgers close faster, the keeper looks once a ledger.
    /// <c>POLL_INTERVAL</c> in whole seconds, by default 10.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long after a ledger's close the next one is expected, where nothing has been measured yet. Default 5 s, as on
    /// the public networks; it bounds how often a quiet network is asked.
    /// </summary>
    public TimeSpan LedgerTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What a fill must bring for each unit that it costs, fees and slippage taken off: more than 0. The vault's own minimum
    /// holds beside it. <c>MIN_PROFIT</c>, by default 1.0.
    /// </summary>
    public Ratio MinProfit { get; init; } = Ratio.One;

    /// <summary>How far a trade may fall short of the exchange's quote, 0 to 1,000 bps. <c>MAX_SLIPPAGE_BPS</c>, by default 50.</summary>
    public BasisPoints MaxSlippage { get; init; } = new(50);

    /// <summary>How far a price may move between two readings before the breaker trips, 1 to 10,000 bps.
    /// <c>MAX_PRICE_JUMP_BPS</c>, by default 2,000.</summary>
    public BasisPoints MaxPriceJump { get; init; } = new(2_000);

    /// <summary>How far the exchange's quote may be from the pool's price before the breaker trips, 1 to 10,000 bps.
    /// <c>MAX_QUOTE_DEVIATION_BPS</c>, by default 500.</summary>
    public BasisPoints MaxQuoteDeviation { get; init; } = new(500);

    /// <summary>How old a price may be before the breaker trips, 1 s to 86,400 s, after which Blend itself refuses it.
    /// <c>MAX_PRICE_AGE</c> in whole seconds, by default 900.</summary>
    public TimeSpan MaxPriceAge { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>For how many ledgers a price must be steady again before a tripped breaker resets. Default 12.</summary>
    public uint BreakerLedgers { get; init; } = 12;

    /// <summary>What one transaction may cost in all, in stroops of XLM: 10,000 to 1,000,000,000. <c>FEE_BUDGET</c>, by
    /// default 10,000,000, one XLM.</summary>
    public long FeeBudget { get; init; } = 10_000_000;

    /// <summary>What an XLM of fees is counted as where the pool has no price of it, in USDC. Default 1, more than it was
    /// worth of late.</summary>
    public Usdc XlmPrice { get; init; } = new(10_000_000);

    /// <summary>Borrowers to watch from the start, strkeys: those whose events are older than the RPC keeps.
    /// <c>KNOWN_BORROWERS</c>, a comma list.</summary>
    public IReadOnlyList<string> KnownBorrowers { get; init; } = [];

    /// <summary>How long a stop waits for the case in hand to reach a safe state. Default 30 s.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The keeper's account.</summary>
    public AccountId Account => Key.AccountId;
}
