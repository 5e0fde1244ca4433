namespace Nectar.Web.Demo;

/// <summary>When which depositor comes back to the vault, and what for. Pure.</summary>
/// <param name="seed">What it follows from.</param>
internal sealed class DepositorTurns(ulong seed)
{
    /// <summary>The round of a slot in which a depositor may act.</summary>
    public const uint Phase = 11;

    private const long One = 10_000_000;
    private readonly SeededNumbers numbers = new(seed);

    /// <summary>
    /// What happens in a slot: in one of five a deposit of 500 to 3,000 whole USDC, in one of five a withdrawal of as much.
    /// </summary>
    /// <returns>The depositor's place and the USDC in stroops, negative for a withdrawal; null where nobody comes.</returns>
    public (int Depositor, long Stroops)? Of(uint slot, int depositors)
    {
        var amount = (500 + (500 * numbers.Below(6, SeededNumbers.Purpose.Depositor, slot, 2))) * One;
        var who = (int)numbers.Below((uint)depositors, SeededNumbers.Purpose.Depositor, slot, 1);
        return numbers.Below(5, SeededNumbers.Purpose.Depositor, slot) switch
        {
            0 => (who, amount),
            1 => (who, -amount),
            _ => null,
        };
    }
}
