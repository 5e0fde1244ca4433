using System.Numerics;
using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>
/// Whose profit it is that vests now. All unvested profit vests at one pace, so that each liquidation's part of it stays
/// the same until another profit joins.
/// </summary>
internal sealed class VestingShares
{
    private readonly List<(int Source, BigInteger Weight)> parts = [];

    /// <summary>A profit joins what is unvested then.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="unvested">What was unvested before.</param>
    /// <param name="profit">The profit.</param>
    public void Join(int source, Usdc unvested, Usdc profit)
    {
        var old = Split((BigInteger)unvested.Stroops);
        parts.Clear();
        parts.AddRange(old.Where(p => p.Part > 0).Select(p => (p.Source, p.Part)));
        parts.Add((source, (BigInteger)profit.Stroops));
    }

    /// <summary>Divides an amount over the parts to the unit: rounded towards zero, what is left goes to the newest.</summary>
    public IReadOnlyList<(int Source, BigInteger Part)> Split(BigInteger amount)
    {
        var whole = parts.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Weight);
        if (whole.IsZero)
        {
            return [];
        }

        var divided = parts.Select(p => (p.Source, Part: amount * p.Weight / whole)).ToList();
        var left = amount - divided.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Part);
        divided[^1] = (divided[^1].Source, divided[^1].Part + left);
        return divided;
    }
}
