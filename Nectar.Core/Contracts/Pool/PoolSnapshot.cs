using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>One moment of a pool: everything in it is as of the end of one ledger.</summary>
public sealed record PoolSnapshot
{
    /// <summary>The pool.</summary>
    public required ContractId Pool { get; init; }

    /// <summary>The ledger.</summary>
    public required LedgerNumber Ledger { get; init; }

    /// <summary>When that ledger closed, in Unix seconds: what the pool took for now in it.</summary>
    public required ulong CloseTimeSeconds { get; init; }

    /// <summary>The pool's settings.</summary>
    public required PoolConfig Config { get; init; }

    /// <summary>The pool's backstop, which holds bad debt and cannot be liquidated.</summary>
    public required SCAddress Backstop { get; init; }

    /// <summary>Decimals of the oracle's prices.</summary>
    public required uint OracleDecimals { get; init; }

    /// <summary>All assets in the order of their indexes, each as stored: interest since its own last time is not in it.</summary>
    public required IReadOnlyList<Reserve> Reserves { get; init; }

    /// <summary>The oracle's last price of each asset; an asset without one is not there.</summary>
    public required IReadOnlyDictionary<ContractId, PriceData> Prices { get; init; }

    /// <summary>What each account that was asked for has; an account without positions is not there.</summary>
    public required IReadOnlyDictionary<SCAddress, Positions> Positions { get; init; }

    /// <summary>The open auctions of those accounts, and those of bad debt and interest.</summary>
    public required IReadOnlyDictionary<AuctionKey, AuctionData> Auctions { get; init; }
}
