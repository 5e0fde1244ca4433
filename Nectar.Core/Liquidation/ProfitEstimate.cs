using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>What a fill would cost and bring, every step rounded against ourselves.</summary>
/// <param name="Cost">USDC to repay and for purchases, slippage included.</param>
/// <param name="Fees">What the transactions cost.</param>
/// <param name="Brings">USDC that comes out, slippage taken off.</param>
public sealed record ProfitEstimate(Usdc Cost, Usdc Fees, Usdc Brings)
{
    /// <summary>What is left; negative for a loss.</summary>
    public Usdc Profit => Brings - Cost - Fees;

    /// <summary>What comes in for each unit of cost, fees included, rounded down; null where nothing is to be paid.</summary>
    public Ratio? Pays => Cost + Fees > Usdc.Zero
        ? new Ratio(FixedPoint.MulFloor(Brings.Stroops, FixedPoint.E7, (Cost + Fees).Stroops))
        : null;

    /// <summary>Whether that meets both minimums. Without any cost, anything that comes in does.</summary>
    internal bool Meets(Ratio minProfit, BasisPoints vaultMinProfit) =>
        Brings > Usdc.Zero
        && (Pays is not { } pays || pays >= minProfit)
        && Brings - Cost >= vaultMinProfit.Of(Cost, Rounding.Up)
        && Brings > Cost;
}
