using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>What a Blend v2 pool tells of positions and auctions.</summary>
public abstract record PoolEvent
{
    private PoolEvent()
    {
    }

    /// <summary>Reads an event by its topics and data; null where it is none of these.</summary>
    /// <exception cref="XdrException">It has the name of one of these and another shape: the contract is not the one that was meant.</exception>
    public static PoolEvent? Read(IReadOnlyList<SCVal> topics, SCVal data) => EventParts.Of(topics, data) is { } parts
        ? parts.Name switch
        {
            "supply" => new Supplied(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "withdraw" => new Withdrawn(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "supply_collateral" => new CollateralSupplied(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "withdraw_collateral" => new CollateralWithdrawn(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "borrow" => new Borrowed(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "repay" => new Repaid(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "flash_loan" => new FlashLoaned(parts.Topic(0).ToContractId(), parts.Topic(1).ToAddress(), parts.Topic(2).ToAddress(), parts[0].ToInt128(), parts[1].ToInt128()),
            "new_auction" => new AuctionOpened(KeyOf(parts), parts[0].ToUInt32(), AuctionData.FromSCVal(parts[1])),
            "fill_auction" => new AuctionFilled(KeyOf(parts), parts[0].ToAddress(), parts[1].ToInt128(), AuctionData.FromSCVal(parts[2])),
            "delete_auction" => new AuctionDeleted(KeyOf(parts)),
            "bad_debt" => new BadDebt(parts.Topic(0).ToAddress(), parts.Topic(1).ToContractId(), parts.Data.ToInt128()),
            "defaulted_debt" => new DebtDefaulted(parts.Topic(0).ToContractId(), parts.Data.ToInt128()),
            "set_reserve" => new ReserveSet(parts[0].ToContractId(), parts[1].ToUInt32()),
            "set_status" => new StatusSet(parts.Topics.Count > 0 ? parts.Topic(0).ToAddress() : null, (PoolStatus)parts.Data.ToUInt32()),
            _ => null,
        }
        : null;

    /// <summary>Tokens were lent.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record Supplied(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>What was lent was taken back.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record Withdrawn(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>Collateral was given.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record CollateralSupplied(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>Collateral was taken back.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record CollateralWithdrawn(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>A debt was made.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record Borrowed(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>A debt was paid back.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Whose positions changed.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">bTokens or dTokens.</param>
    public sealed record Repaid(ContractId Asset, SCAddress From, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>A debt was made by a flash loan.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="From">Who owes.</param>
    /// <param name="Contract">Who was lent to.</param>
    /// <param name="Tokens">Units of the asset.</param>
    /// <param name="PoolTokens">dTokens.</param>
    public sealed record FlashLoaned(ContractId Asset, SCAddress From, SCAddress Contract, Int128 Tokens, Int128 PoolTokens) : PoolEvent;

    /// <summary>An auction was opened.</summary>
    /// <param name="Auction">Which auction.</param>
    /// <param name="Percent">Of the debts.</param>
    /// <param name="Data">What is auctioned.</param>
    public sealed record AuctionOpened(AuctionKey Auction, uint Percent, AuctionData Data) : PoolEvent;

    /// <summary>An auction was filled, or a part of it.</summary>
    /// <param name="Auction">Which auction.</param>
    /// <param name="Filler">Who filled it and has its positions now: no other event names it.</param>
    /// <param name="Percent">Of what remained.</param>
    /// <param name="Exchanged">What changed hands.</param>
    public sealed record AuctionFilled(AuctionKey Auction, SCAddress Filler, Int128 Percent, AuctionData Exchanged) : PoolEvent;

    /// <summary>An auction was removed.</summary>
    /// <param name="Auction">Which auction.</param>
    public sealed record AuctionDeleted(AuctionKey Auction) : PoolEvent;

    /// <summary>Debt without collateral went to the backstop.</summary>
    /// <param name="User">Whose it was.</param>
    /// <param name="Asset">The asset.</param>
    /// <param name="DTokens">How much.</param>
    public sealed record BadDebt(SCAddress User, ContractId Asset, Int128 DTokens) : PoolEvent;

    /// <summary>The backstop's debt was written off.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="DTokens">How much.</param>
    public sealed record DebtDefaulted(ContractId Asset, Int128 DTokens) : PoolEvent;

    /// <summary>A reserve is new or has other settings.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="Index">Its place in the list.</param>
    public sealed record ReserveSet(ContractId Asset, uint Index) : PoolEvent;

    /// <summary>What the pool lets happen has changed.</summary>
    /// <param name="By">The administrator; null where it followed from the pool's own rules.</param>
    /// <param name="Status">From now on.</param>
    public sealed record StatusSet(SCAddress? By, PoolStatus Status) : PoolEvent;

    /// <summary>
    /// Whose positions it may have changed: a filler is named in the data alone, and the backstop, which takes over bad debt,
    /// in no event.
    /// </summary>
    public IEnumerable<SCAddress> Accounts => this switch
    {
        Supplied e => [e.From],
        Withdrawn e => [e.From],
        CollateralSupplied e => [e.From],
        CollateralWithdrawn e => [e.From],
        Borrowed e => [e.From],
        Repaid e => [e.From],
        FlashLoaned e => [e.From],
        AuctionOpened e => [e.Auction.User],
        AuctionFilled e => [e.Auction.User, e.Filler],
        AuctionDeleted e => [e.Auction.User],
        BadDebt e => [e.User],
        _ => [],
    };

    private static AuctionKey KeyOf(EventParts parts) => new((AuctionType)parts.Topic(0).ToUInt32(), parts.Topic(1).ToAddress());
}
