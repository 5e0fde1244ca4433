using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>What a keeper asks of a fill, and what it has for it.</summary>
public sealed record FillConditions
{
    /// <summary>The token that cost and proceeds are counted in.</summary>
    public required ContractId Usdc { get; init; }

    /// <summary>What the exchange pays for each lot asset that is not USDC.</summary>
    public required IReadOnlyDictionary<ContractId, TradeQuote> Sales { get; init; }

    /// <summary>What the exchange asks for each bid asset that is not USDC.</summary>
    public required IReadOnlyDictionary<ContractId, TradeQuote> Purchases { get; init; }

    /// <summary>Assets that the breaker has tripped for, with the reason.</summary>
    public required IReadOnlyDictionary<ContractId, string> Distrusted { get; init; }

    /// <summary>The most USDC that the fill may use.</summary>
    public required Usdc Capital { get; init; }

    /// <summary>Where the capital comes from, for people: <c>the vault has 12.00 idle</c>.</summary>
    public required string CapitalReason { get; init; }

    /// <summary>What the transactions will cost, in USDC.</summary>
    public required Usdc Fees { get; init; }

    /// <summary>What must come in for each unit of cost; fees count as cost.</summary>
    public required Ratio MinProfit { get; init; }

    /// <summary>The vault's own least profit, as a part of what is spent.</summary>
    public required BasisPoints VaultMinProfit { get; init; }

    /// <summary>How far trades may fall short of their quotes.</summary>
    public required BasisPoints MaxSlippage { get; init; }

    /// <summary>How many assets a fill may have.</summary>
    public required AuctionLimits Limits { get; init; }

    /// <summary>How long a ledger takes, in milliseconds.</summary>
    public required uint LedgerMilliseconds { get; init; }

    /// <summary>How many ledgers later the fill may be included: what is asked to be repaid covers the interest until then.</summary>
    public required uint ValidForLedgers { get; init; }
}
