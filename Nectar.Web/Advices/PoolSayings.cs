using Nectar.Core.Contracts.Pool;

namespace Nectar.Web.Advices;

/// <summary>The lending pool's refusals in words.</summary>
internal static class PoolSayings
{
    private const string Keeper = "The keeper reads the pool again and decides anew.";
    private const string Borrower = "Change the amount and try again.";
    private const string Admin = "Only the pool's admin can act on it.";

    /// <summary>By number; those that tokens share are told among the token's.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<PoolError, Saying>
    {
        [PoolError.InternalError] = new("The contract met something that cannot be.", "Quote this code to whoever runs the pool."),
        [PoolError.BadRequest] = new("The pool does not understand the request.", Keeper),
        [PoolError.InvalidPoolConfigArgs] = new("A setting of the pool is out of its bounds.", Admin),
        [PoolError.InvalidReserveMetadata] = new("A setting of the reserve is out of its bounds.", Admin),
        [PoolError.InitNotUnlocked] = new("The queued reserve's unlock time is still ahead.", Admin),
        [PoolError.StatusNotAllowed] = new("The pool's status cannot be set to this now.", Admin),
        [PoolError.InvalidHf] = new("The account's health factor would be too low.", Borrower),
        [PoolError.InvalidPoolStatus] = new("The pool's status forbids this now.", "Wait until the pool is active again."),
        [PoolError.InvalidUtilRate] = new("The reserve would be used up too far.", Borrower),
        [PoolError.MaxPositionsExceeded] = new("That is more positions than one account or auction may have.", Borrower),
        [PoolError.InternalReserveNotFound] = new("A reserve that the position names is not there.", Keeper),
        [PoolError.InvalidPrice] = new("The pool's oracle gives no price, or one older than a day.", Keeper),
        [PoolError.InvalidLiquidation] = new("The account cannot be liquidated this way.", Keeper),
        [PoolError.AuctionInProgress] = new("An auction of that account is open already.", Keeper),
        [PoolError.InvalidLiqTooLarge] = new("The auction would leave the account too healthy.", Keeper),
        [PoolError.InvalidLiqTooSmall] = new("The auction would leave the account too unhealthy.", Keeper),
        [PoolError.InterestTooSmall] = new("The interest to be auctioned is worth too little.", Keeper),
        [PoolError.InvalidBTokenMintAmount] = new("The amount is too small to supply.", Borrower),
        [PoolError.InvalidBTokenBurnAmount] = new("The amount is too small to withdraw.", Borrower),
        [PoolError.InvalidDTokenMintAmount] = new("The amount is too small to borrow.", Borrower),
        [PoolError.InvalidDTokenBurnAmount] = new("The amount is too small to repay.", Borrower),
        [PoolError.ExceededSupplyCap] = new("The reserve would exceed its supply cap.", Borrower),
        [PoolError.InvalidBid] = new("The auction cannot have this bid asset.", Keeper),
        [PoolError.InvalidLot] = new("The auction cannot have this lot asset.", Keeper),
        [PoolError.ReserveDisabled] = new("The reserve is disabled.", Borrower),
        [PoolError.MinCollateralNotMet] = new("The collateral would be worth less than the pool demands.", Borrower),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
