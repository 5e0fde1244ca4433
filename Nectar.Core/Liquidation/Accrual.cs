using Nectar.Core.Contracts.Pool;

namespace Nectar.Core.Liquidation;

/// <summary>A reserve's interest, as Blend v2 reckons it (<c>pool/src/pool/interest.rs</c> and <c>reserve.rs</c>), to the last unit.</summary>
public static class Accrual
{
    private const ulong SecondsPerYear = 31_536_000;

    // Where the steepest part of the rate's curve begins.
    private const long SteepFrom = 9_500_000;

    private static readonly Int128 leastModifier = 1_000_000;
    private static readonly Int128 mostModifier = 100_000_000;

    /// <summary>The reserve with interest up to a time in Unix seconds; as it is where that time is not after its last.</summary>
    /// <param name="reserve">As stored.</param>
    /// <param name="backstopRateE7">What of the interest goes to the backstop, 7 decimals.</param>
    /// <param name="atSeconds">When.</param>
    /// <exception cref="OverflowException">A rate does not fit 128 bits: far beyond any pool's life.</exception>
    public static Reserve To(Reserve reserve, uint backstopRateE7, ulong atSeconds)
    {
        ArgumentNullException.ThrowIfNull(reserve);
        var data = reserve.Data;
        if (atSeconds <= data.LastTimeSeconds)
        {
            return reserve;
        }

        var seconds = atSeconds - data.LastTimeSeconds;
        var later = data with { LastTimeSeconds = atSeconds };
        var (supplied, owed) = (Tokens.Supplied(data, data.BSupply), Tokens.Owed(data, data.DSupply));
        var utilisation = Utilisation(supplied, owed);
        if (data.BSupply == 0 || utilisation == 0)
        {
            return reserve with { Data = later };
        }

        var (growth, modifier) = Growth(reserve.Config, utilisation, data.IrModE7, seconds);
        later = later with { IrModE7 = modifier, DRateE12 = FixedPoint.MulCeil(growth, data.DRateE12, FixedPoint.E12) };
        var interest = Tokens.Owed(later, data.DSupply) - owed;
        if (interest == 0)
        {
            // Too little debt for a unit of interest: the rate of what is supplied stays, instead of losing to rounding.
            return reserve with { Data = later };
        }

        var credit = FixedPoint.MulFloor(interest, backstopRateE7, FixedPoint.E7);
        return reserve with
        {
            Data = later with
            {
                BackstopCredit = data.BackstopCredit + credit,
                BRateE12 = FixedPoint.MulFloor(supplied + interest - credit, FixedPoint.E12, data.BSupply),
            },
        };
    }

    /// <summary>The part of what is supplied that is lent out, 7 decimals, rounded up, at most one.</summary>
    public static Int128 Utilisation(ReserveData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Utilisation(Tokens.Supplied(data, data.BSupply), Tokens.Owed(data, data.DSupply));
    }

    /// <summary>The factor by which debt grows, 12 decimals, rounded up, and the rate's modifier behind it, 7 decimals.</summary>
    /// <param name="config">The reserve's settings.</param>
    /// <param name="utilisationE7">7 decimals.</param>
    /// <param name="modifierE7">The modifier now, 7 decimals.</param>
    /// <param name="seconds">How long.</param>
    public static (Int128 GrowthE12, Int128 ModifierE7) Growth(ReserveConfig config, Int128 utilisationE7, Int128 modifierE7, ulong seconds)
    {
        ArgumentNullException.ThrowIfNull(config);
        var rate = YearlyRate(config, utilisationE7, modifierE7);
        // Towards zero, whichever way it moves.
        var shift = checked(seconds * (utilisationE7 - config.UtilE7) * config.ReactivityE7) / FixedPoint.E7;
        var years = FixedPoint.MulFloor(seconds, FixedPoint.E12, SecondsPerYear);
        return (
            FixedPoint.E12 + FixedPoint.MulCeil(years, rate, FixedPoint.E7),
            Int128.Clamp(modifierE7 + shift, leastModifier, mostModifier));
    }

    private static Int128 Utilisation(Int128 supplied, Int128 owed) =>
        owed == 0 ? 0 : owed >= supplied ? FixedPoint.E7 : FixedPoint.MulCeil(owed, FixedPoint.E7, supplied);

    private static Int128 YearlyRate(ReserveConfig config, Int128 utilisation, Int128 modifier)
    {
        Int128 target = config.UtilE7, flat = (Int128)config.ROneE7 + config.RBaseE7;
        if (utilisation <= target)
        {
            var part = FixedPoint.MulCeil(FixedPoint.MulCeil(utilisation, FixedPoint.E7, target), config.ROneE7, FixedPoint.E7);
            return FixedPoint.MulCeil(part + config.RBaseE7, modifier, FixedPoint.E7);
        }

        if (utilisation <= SteepFrom)
        {
            var slope = FixedPoint.MulCeil(utilisation - target, FixedPoint.E7, SteepFrom - target);
            return FixedPoint.MulCeil(FixedPoint.MulCeil(slope, config.RTwoE7, FixedPoint.E7) + flat, modifier, FixedPoint.E7);
        }

        // The modifier does not touch the steepest part.
        var steep = FixedPoint.MulCeil(utilisation - SteepFrom, FixedPoint.E7, FixedPoint.E7 - SteepFrom);
        return FixedPoint.MulCeil(steep, config.RThreeE7, FixedPoint.E7) + FixedPoint.MulCeil(modifier, config.RTwoE7 + flat, FixedPoint.E7);
    }
}
