using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>What the vault tells of capital and of what plans may name.</summary>
public abstract record VaultEvent
{
    private VaultEvent()
    {
    }

    /// <summary>Reads an event by its topics and data; null where it is none of these.</summary>
    /// <exception cref="XdrException">It has the name of one of these and another shape: the contract is not the one that was meant.</exception>
    public static VaultEvent? Read(IReadOnlyList<SCVal> topics, SCVal data) => EventParts.Of(topics, data) is { } parts
        ? parts.Name switch
        {
            "deposit" => new Deposited(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["shares"].ToShares()),
            "withdraw" => new Withdrawn(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["shares"].ToShares()),
            "draw" => new Drawn(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["debt"].ToUsdc(), parts["due"].ToLedger()),
            "return" => new Returned(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["repaid"].ToUsdc(), parts["profit"].ToUsdc(), parts["fee"].ToUsdc(), parts["debt"].ToUsdc()),
            "settle" => new Settled(parts.Topic(0).ToAddress(), parts["debt"].ToUsdc(), parts["taken"].ToUsdc(), parts["loss"].ToUsdc()),
            "liquidated" => new Liquidated(parts.Topic(0).ToAddress(), parts.Topic(1).ToContractId(), parts.Topic(2).ToAddress(), parts["percent"].ToUInt32(), parts["spent"].ToUsdc(), parts["profit"].ToUsdc(), parts["fee"].ToUsdc(), parts["surplus"].ToUsdc()),
            "config_set" => new ConfigSet(VaultConfig.FromSCVal(parts["config"])),
            "pool_listed" => new PoolListed(parts.Topic(0).ToContractId(), parts["oracle"].ToContractId()),
            "pool_unlisted" => new PoolUnlisted(parts.Topic(0).ToContractId()),
            "exchange_listed" => new ExchangeListed(parts.Topic(0).ToContractId()),
            "exchange_unlisted" => new ExchangeUnlisted(parts.Topic(0).ToContractId()),
            "asset_listed" => new AssetListed(parts.Topic(0).ToContractId(), parts["oracle"].ToContractId(), parts["max_age"].ToUInt64(), parts["max_deviation_bps"].ToBasisPoints()),
            "asset_unlisted" => new AssetUnlisted(parts.Topic(0).ToContractId()),
            _ => null,
        }
        : null;

    /// <summary>USDC in, shares out.</summary>
    /// <param name="User">Whose.</param>
    /// <param name="Amount">What came in.</param>
    /// <param name="Shares">What was issued.</param>
    public sealed record Deposited(SCAddress User, Usdc Amount, Shares Shares) : VaultEvent;

    /// <summary>Shares in, USDC out.</summary>
    /// <param name="User">Whose.</param>
    /// <param name="Amount">What was paid.</param>
    /// <param name="Shares">What was redeemed.</param>
    public sealed record Withdrawn(SCAddress User, Usdc Amount, Shares Shares) : VaultEvent;

    /// <summary>A keeper took capital out against its stake.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Amount">How much.</param>
    /// <param name="Debt">Its whole debt from now on.</param>
    /// <param name="Due">The ledger after which anyone may settle it.</param>
    public sealed record Drawn(SCAddress Keeper, Usdc Amount, Usdc Debt, LedgerNumber Due) : VaultEvent;

    /// <summary>A keeper brought capital back.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Amount">What it returned, fee included.</param>
    /// <param name="Repaid">What went off the debt.</param>
    /// <param name="Profit">What was profit, fee included.</param>
    /// <param name="Fee">What of it the keeper kept.</param>
    /// <param name="Debt">The debt that is left.</param>
    public sealed record Returned(SCAddress Keeper, Usdc Amount, Usdc Repaid, Usdc Profit, Usdc Fee, Usdc Debt) : VaultEvent;

    /// <summary>An overdue debt was settled from the stake.</summary>
    /// <param name="Keeper">Who did not return.</param>
    /// <param name="Debt">The debt.</param>
    /// <param name="Taken">What the stake paid.</param>
    /// <param name="Loss">What was written off.</param>
    public sealed record Settled(SCAddress Keeper, Usdc Debt, Usdc Taken, Usdc Loss) : VaultEvent;

    /// <summary>An atomic liquidation ended with the vault richer.</summary>
    /// <param name="Keeper">Whose plan it was.</param>
    /// <param name="Pool">The pool.</param>
    /// <param name="User">Whose position it was.</param>
    /// <param name="Percent">Of the auction.</param>
    /// <param name="Spent">What went out on the way; negative where the lot held more USDC than was owed.</param>
    /// <param name="Profit">What was measured, fee included.</param>
    /// <param name="Fee">What of it the keeper got.</param>
    /// <param name="Surplus">From tokens that were there before, everybody's.</param>
    public sealed record Liquidated(SCAddress Keeper, ContractId Pool, SCAddress User, uint Percent, Usdc Spent, Usdc Profit, Usdc Fee, Usdc Surplus) : VaultEvent
    {
        /// <summary>The vault's own USDC that the fill took: none where the lot held more USDC than was owed.</summary>
        public Usdc WentOut() => Spent > Usdc.Zero ? Spent : Usdc.Zero;
    }

    /// <summary>The owner set the config.</summary>
    /// <param name="Config">The settings from now on.</param>
    public sealed record ConfigSet(VaultConfig Config) : VaultEvent;

    /// <summary>Plans may name a pool.</summary>
    /// <param name="Pool">The pool.</param>
    /// <param name="Oracle">Its feed.</param>
    public sealed record PoolListed(ContractId Pool, ContractId Oracle) : VaultEvent;

    /// <summary>Plans may no longer name a pool.</summary>
    /// <param name="Pool">The pool.</param>
    public sealed record PoolUnlisted(ContractId Pool) : VaultEvent;

    /// <summary>Plans may name an exchange.</summary>
    /// <param name="Exchange">The exchange.</param>
    public sealed record ExchangeListed(ContractId Exchange) : VaultEvent;

    /// <summary>Plans may no longer name an exchange.</summary>
    /// <param name="Exchange">The exchange.</param>
    public sealed record ExchangeUnlisted(ContractId Exchange) : VaultEvent;

    /// <summary>Plans may name an asset, or its price is checked differently.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="Oracle">Its own feed.</param>
    /// <param name="MaxAge">The oldest usable price, in seconds.</param>
    /// <param name="MaxDeviationBps">How far a pool's price may be off.</param>
    public sealed record AssetListed(ContractId Asset, ContractId Oracle, ulong MaxAge, BasisPoints MaxDeviationBps) : VaultEvent;

    /// <summary>Plans may no longer name an asset.</summary>
    /// <param name="Asset">The asset.</param>
    public sealed record AssetUnlisted(ContractId Asset) : VaultEvent;
}
