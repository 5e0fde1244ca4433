using System.Globalization;

namespace Nectar.Core.Units;

/// <summary>A ratio in ten-thousandths.</summary>
/// <param name="Value">How many: 10,000 is the whole.</param>
public readonly record struct BasisPoints(uint Value)
{
    private const int Whole = 10_000;

    /// <summary>This part of an amount, rounded as named.</summary>
    /// <exception cref="OverflowException">The amount times the ratio does not fit 128 bits.</exception>
    public Usdc Of(Usdc amount, Rounding rounding) => new(WholeNumber.MultiplyDivide(amount.Stroops, Value, Whole, rounding));

    /// <summary>The number and its unit: <c>50 bps</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} bps");
}
