namespace Nectar.Core.Soroban.Sending;

/// <summary>What to offer after a fee was too low. Pure; all in stroops.</summary>
internal static class FeeBump
{
    /// <summary>
    /// The next inclusion fee: what the network named, at least twice the last offer, at most what the budget leaves
    /// beside the resource fee. Null where that is no more than was offered.
    /// </summary>
    /// <param name="baseFee">The inclusion fee that was too low.</param>
    /// <param name="resourceFee">The resource fee, which stays.</param>
    /// <param name="needed">The whole fee that the network named, or 0.</param>
    /// <param name="budget">All that the transaction may cost.</param>
    public static uint? Next(uint baseFee, long resourceFee, long needed, long budget)
    {
        // The envelope's fee, inclusion and resources together, has 32 bits.
        var affordable = Math.Min(budget, uint.MaxValue) - resourceFee;
        var wanted = Math.Max(needed - resourceFee, 2L * baseFee);
        return affordable > baseFee ? (uint)Math.Min(wanted, affordable) : null;
    }
}
