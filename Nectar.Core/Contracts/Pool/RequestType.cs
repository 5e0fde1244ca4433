namespace Nectar.Core.Contracts.Pool;

/// <summary>What a request of <c>submit</c> does (Blend v2).</summary>
public enum RequestType
{
    /// <summary>Lends.</summary>
    Supply = 0,

    /// <summary>Takes back what was lent; more than there is means all.</summary>
    Withdraw = 1,

    /// <summary>Lends as collateral.</summary>
    SupplyCollateral = 2,

    /// <summary>Takes collateral back; more than there is means all.</summary>
    WithdrawCollateral = 3,

    /// <summary>Borrows.</summary>
    Borrow = 4,

    /// <summary>Pays a debt back; what is too much is refunded.</summary>
    Repay = 5,

    /// <summary>Fills the auction of an account: the address is the account, the amount the percent of what remains.</summary>
    FillUserLiquidationAuction = 6,

    /// <summary>Fills an auction of bad debt: the address is the backstop, the amount the percent.</summary>
    FillBadDebtAuction = 7,

    /// <summary>Fills an auction of interest: the address is the backstop, the amount the percent.</summary>
    FillInterestAuction = 8,

    /// <summary>Deletes the sender's own auction once it is healthy again; address and amount are ignored.</summary>
    DeleteLiquidationAuction = 9,
}
