namespace Nectar.Core.Keeper;

/// <summary>A step of a case that sends a transaction.</summary>
public enum CaseStep
{
    /// <summary>Opening the auction.</summary>
    Auction,

    /// <summary>All of a liquidation in one call of the vault.</summary>
    Liquidate,

    /// <summary>Taking capital out of the vault.</summary>
    Draw,

    /// <summary>Buying a debt asset that is not USDC, before the fill.</summary>
    Purchase,

    /// <summary>Taking the auction, repaying its debt and withdrawing its collateral.</summary>
    Fill,

    /// <summary>Selling what the fill brought.</summary>
    Sale,

    /// <summary>Giving capital and profit back to the vault.</summary>
    Return,
}
