namespace Nectar.Core.Units;

/// <summary>Where a quotient that is not whole goes. Every division of money names it.</summary>
public enum Rounding
{
    /// <summary>To the next lower whole.</summary>
    Down,

    /// <summary>To the next higher whole.</summary>
    Up,
}
