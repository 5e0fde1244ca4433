using System.Numerics;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>The vault's books after each of its events, by the contract's own rules. Pure.</summary>
public static class VaultReplay
{
    /// <summary>The books before the first event.</summary>
    public static VaultBooks Empty { get; } =
        new(Usdc.Zero, Usdc.Zero, Usdc.Zero, Usdc.Zero, Shares.Zero, Usdc.Zero, default, default);

    /// <summary>The books after an event.</summary>
    /// <param name="before">Before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="vestingLedgers">Ledgers over which a profit vests, as configured then.</param>
    public static VaultBooks Apply(VaultBooks before, VaultEvent happened, LedgerNumber ledger, uint vestingLedgers)
    {
        ArgumentNullException.ThrowIfNull(before);
        return happened switch
        {
            VaultEvent.Deposited e => before with { Idle = before.Idle + e.Amount, TotalShares = before.TotalShares + e.Shares },
            VaultEvent.Withdrawn e => before with { Idle = before.Idle - e.Amount, TotalShares = before.TotalShares - e.Shares },
            VaultEvent.Drawn e => before with { Idle = before.Idle - e.Amount, Drawn = before.Drawn + e.Amount },
            VaultEvent.Returned e => BookProfit(
                before with { Drawn = before.Drawn - e.Repaid, Idle = before.Idle + e.Amount - e.Fee }, ProfitOf(e), ledger, vestingLedgers),
            VaultEvent.Liquidated e => BookProfit(before with { Idle = before.Idle + ProfitOf(e) }, ProfitOf(e), ledger, vestingLedgers),
            VaultEvent.Settled e => Settle(before, e, ledger, vestingLedgers),
            _ => before,
        };
    }

    /// <summary>What an event books as profit of the depositors, the keeper's fee taken off; 0 where it books none.</summary>
    public static Usdc ProfitOf(VaultEvent happened) => happened switch
    {
        VaultEvent.Returned e => e.Profit - e.Fee,
        VaultEvent.Liquidated e => e.Profit + e.Surplus - e.Fee,
        VaultEvent.Settled e => e.Taken - Repaid(e),
        _ => Usdc.Zero,
    };

    private static Usdc Repaid(VaultEvent.Settled e) => e.Taken < e.Debt ? e.Taken : e.Debt;

    private static VaultBooks Settle(VaultBooks before, VaultEvent.Settled e, LedgerNumber ledger, uint vestingLedgers)
    {
        var paid = before with { Drawn = before.Drawn - Repaid(e), Idle = before.Idle + e.Taken };
        return BookProfit(e.Loss > Usdc.Zero ? WriteOff(paid, e.Loss, ledger) : paid, ProfitOf(e), ledger, vestingLedgers);
    }

    // The end of vesting moves by amount-weighted average, rounded down.
    private static VaultBooks BookProfit(VaultBooks books, Usdc amount, LedgerNumber ledger, uint vestingLedgers)
    {
        if (amount == Usdc.Zero)
        {
            return books;
        }

        var waiting = books.UnvestedAt(ledger);
        var left = books.VestUntil > ledger ? books.VestUntil.Value - ledger.Value : 0;
        var total = waiting + amount;
        var ledgers = (((BigInteger)waiting.Stroops * left) + ((BigInteger)amount.Stroops * vestingLedgers)) / total.Stroops;
        return books with { Profit = books.Profit + amount, VestAmount = total, VestFrom = ledger, VestUntil = ledger.Plus((uint)ledgers) };
    }

    // Unvested profit pays first.
    private static VaultBooks WriteOff(VaultBooks books, Usdc amount, LedgerNumber ledger) => books with
    {
        Drawn = books.Drawn - amount,
        Loss = books.Loss + amount,
        VestAmount = new Usdc(Int128.Max(0, (books.UnvestedAt(ledger) - amount).Stroops)),
        VestFrom = ledger,
        VestUntil = books.VestUntil > ledger ? books.VestUntil : ledger,
    };
}
