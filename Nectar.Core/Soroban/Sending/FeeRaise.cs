namespace Nectar.Core.Soroban.Sending;

/// <summary>What to offer after a fee was too low. Pure; all in stroops.</summary>
internal abstract record FeeRaise
{
    private const int FeeBumpOperations = 2;

    private FeeRaise()
    {
    }

    /// <summary>
    /// The next offer: for each operation what the network named, at least twice the last. A fee bump offers it, since it
    /// leaves the transaction as it was signed; it counts as one operation more, and where the budget is too small for
    /// that, the transaction is built anew with what the budget allows. Null where that is no more than was offered.
    /// </summary>
    /// <param name="baseFee">The inclusion fee for each operation that was too low.</param>
    /// <param name="operations">As how many operations the offer counted: 1, or 2 for a fee bump.</param>
    /// <param name="resourceFee">The resource fee, which stays.</param>
    /// <param name="needed">The whole fee that the network named, or 0.</param>
    /// <param name="budget">All that the transaction may cost.</param>
    public static FeeRaise? Next(uint baseFee, int operations, long resourceFee, long needed, long budget)
    {
        // Rounded up: one stroop less would be refused again.
        var named = needed > resourceFee ? ((needed - resourceFee - 1) / operations) + 1 : 0;
        var wanted = (uint)Math.Min(Math.Max(named, 2L * baseFee), uint.MaxValue);
        if ((FeeBumpOperations * (long)wanted) + resourceFee <= budget)
        {
            return new Bump(wanted, (FeeBumpOperations * (long)wanted) + resourceFee);
        }

        // The fee of a plain envelope, inclusion and resources together, has 32 bits.
        var affordable = Math.Min(budget, uint.MaxValue) - resourceFee;
        return affordable > baseFee ? new Rebuild((uint)Math.Min(wanted, affordable)) : null;
    }

    /// <summary>Bump what was signed.</summary>
    /// <param name="BaseFee">The inclusion fee for each of its two operations.</param>
    /// <param name="Fee">The whole fee.</param>
    public sealed record Bump(uint BaseFee, long Fee) : FeeRaise;

    /// <summary>Build it anew.</summary>
    /// <param name="BaseFee">The inclusion fee for its one operation.</param>
    public sealed record Rebuild(uint BaseFee) : FeeRaise;
}
