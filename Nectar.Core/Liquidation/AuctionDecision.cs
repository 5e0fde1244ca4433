using Nectar.Core.Contracts.Values;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>Whether and how to open an auction of a position.</summary>
public abstract record AuctionDecision
{
    private AuctionDecision()
    {
    }

    /// <summary>Open this one; Blend accepts it.</summary>
    /// <param name="Percent">The percent to ask for.</param>
    /// <param name="Bid">The debt assets to name, with the dTokens that the auction will hold.</param>
    /// <param name="Lot">The collateral assets to name, with the bTokens that the auction will hold.</param>
    /// <param name="HealthAfter">The health factor that it leaves behind; null where it leaves no debt.</param>
    public sealed record Open(uint Percent, Amounts<ContractId> Bid, Amounts<ContractId> Lot, Ratio? HealthAfter) : AuctionDecision;

    /// <summary>It is not liquidatable.</summary>
    /// <param name="Reason">With the figure.</param>
    public sealed record Healthy(string Reason) : AuctionDecision;

    /// <summary>It is, but no auction of it would be accepted, or could be filled.</summary>
    /// <param name="Reason">With figures.</param>
    public sealed record Impossible(string Reason) : AuctionDecision;
}
