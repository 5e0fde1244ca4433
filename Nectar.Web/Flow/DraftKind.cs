namespace Nectar.Web.Flow;

/// <summary>What is to be done with a typed amount.</summary>
public enum DraftKind
{
    /// <summary>USDC to deposit.</summary>
    Deposit,

    /// <summary>USDC to withdraw.</summary>
    Withdraw,

    /// <summary>Shares to redeem.</summary>
    Redeem,
}
