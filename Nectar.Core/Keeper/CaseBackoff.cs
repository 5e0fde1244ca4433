using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Holds a case back after a step that failed, longer each time, so that a refusal is not asked for every ledger.</summary>
internal sealed class CaseBackoff
{
    private const uint Longest = 60;

    private readonly Dictionary<Guid, (uint Failures, LedgerNumber Until)> held = [];

    public bool IsHeld(LiquidationCase stands, LedgerNumber now) => held.TryGetValue(stands.Id, out var wait) && now < wait.Until;

    public uint Failures(LiquidationCase stands) => held.TryGetValue(stands.Id, out var wait) ? wait.Failures : 0;

    public void Failed(LiquidationCase stands, LedgerNumber now)
    {
        var failures = Failures(stands) + 1;
        var wait = failures >= 6 ? Longest : Math.Min(Longest, 1u << (int)failures);
        held[stands.Id] = (failures, now.Plus(wait));
    }

    public void Forget(LiquidationCase stands) => held.Remove(stands.Id);
}
