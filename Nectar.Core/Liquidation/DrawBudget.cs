using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// The vault's limits on capital (<c>contracts/nectar-vault/src/capital.rs</c>), less what this keeper's own cases have
/// planned and the chain does not show yet.
/// </summary>
public static class DrawBudget
{
    private const int Bps = 10_000;

    /// <summary>What may be drawn.</summary>
    /// <param name="state">The vault.</param>
    /// <param name="config">Its settings.</param>
    /// <param name="record">The keeper's debt.</param>
    /// <param name="clearance">The keeper's stake.</param>
    /// <param name="reserved">What cases in flight are about to draw.</param>
    /// <param name="ledger">The next ledger.</param>
    public static BudgetReading ForDraw(
        VaultState state, VaultConfig config, KeeperRecord record, Clearance clearance, Usdc reserved, LedgerNumber ledger)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(clearance);
        if (Refusal(record, clearance, ledger) is { } refusal)
        {
            return refusal;
        }

        // debt × (1 + penalty) ≤ stake, without a remainder to argue about.
        var covered = new Usdc(FixedPoint.MulFloor(clearance.Stake.Stroops, Bps, Bps + config.DefaultPenalty.Value));
        var share = config.MaxDrawn.Of(state.TotalAssets, Rounding.Down);
        List<BudgetReading> limits =
        [
            new(state.Idle - reserved, $"the vault has {Shown(state.Idle)} idle"),
            new(covered - record.Drawn - reserved, $"a stake of {Shown(clearance.Stake)} covers {Shown(covered)}, {Shown(record.Drawn)} is out"),
            new(share - state.Drawn - reserved, $"all keepers together may have {Shown(share)} out and have {Shown(state.Drawn)}"),
        ];
        if (config.MaxDrawPerKeeper > Usdc.Zero)
        {
            limits.Add(new(config.MaxDrawPerKeeper - record.Drawn - reserved, $"one keeper may have {Shown(config.MaxDrawPerKeeper)} out"));
        }

        return Least(limits, reserved);
    }

    /// <summary>What one atomic liquidation may use.</summary>
    /// <param name="state">The vault.</param>
    /// <param name="record">The keeper's debt.</param>
    /// <param name="clearance">The keeper's standing.</param>
    /// <param name="reserved">What cases in flight are about to use.</param>
    /// <param name="ledger">The next ledger.</param>
    public static BudgetReading ForLiquidation(VaultState state, KeeperRecord record, Clearance clearance, Usdc reserved, LedgerNumber ledger)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(clearance);
        return Refusal(record, clearance, ledger)
            ?? Least([new(state.Idle - reserved, $"the vault has {Shown(state.Idle)} idle")], reserved);
    }

    private static BudgetReading? Refusal(KeeperRecord record, Clearance clearance, LedgerNumber ledger)
    {
        if (!clearance.Cleared)
        {
            return new(Usdc.Zero, "the keeper is not cleared: not registered, slashed, or the registry is paused");
        }

        return record.Drawn > Usdc.Zero && record.Due is { } due && ledger > due
            ? new(Usdc.Zero, $"{Shown(record.Drawn)} is overdue since ledger {due}")
            : null;
    }

    private static BudgetReading Least(List<BudgetReading> limits, Usdc reserved)
    {
        var least = limits.MinBy(l => l.Available.Stroops)!;
        var reason = reserved > Usdc.Zero ? $"{least.Reason}, {Shown(reserved)} is planned for cases in flight" : least.Reason;
        return new(least.Available < Usdc.Zero ? Usdc.Zero : least.Available, reason);
    }

    private static string Shown(Usdc amount) => $"{amount.ToString()[..^5]} USDC";
}
