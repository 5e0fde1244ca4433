namespace Nectar.Core.Keeper;

/// <summary>What a step made of a case.</summary>
/// <param name="Stands">The case.</param>
/// <param name="Next">Whether it goes on at once, waits for the next cycle, or is held back after a refusal.</param>
internal readonly record struct CaseMove(LiquidationCase Stands, CaseMove.Pace Next)
{
    internal enum Pace
    {
        GoOn,
        Wait,
        HoldBack,
    }

    public static CaseMove GoOn(LiquidationCase stands) => new(stands, Pace.GoOn);

    public static CaseMove Wait(LiquidationCase stands) => new(stands, Pace.Wait);

    public static CaseMove HoldBack(LiquidationCase stands) => new(stands, Pace.HoldBack);
}
