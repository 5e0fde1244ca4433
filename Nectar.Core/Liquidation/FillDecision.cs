using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>Whether to fill an auction, and when.</summary>
public abstract record FillDecision
{
    private FillDecision()
    {
    }

    /// <summary>Fill now.</summary>
    /// <param name="Terms">On these terms.</param>
    public sealed record Fill(FillTerms Terms) : FillDecision;

    /// <summary>Not yet.</summary>
    /// <param name="Due">The first ledger in which it pays, at today's prices.</param>
    /// <param name="Terms">The terms in that ledger.</param>
    /// <param name="Reason">With figures.</param>
    public sealed record Wait(LedgerNumber Due, FillTerms Terms, string Reason) : FillDecision;

    /// <summary>Not on any ledger as things stand.</summary>
    /// <param name="Reason">With figures.</param>
    public sealed record Skip(string Reason) : FillDecision;
}
