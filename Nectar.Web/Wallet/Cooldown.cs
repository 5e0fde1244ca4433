using Nectar.Core.Units;

namespace Nectar.Web.Wallet;

/// <summary>Where an address stands between its last deposit and the ledger from which it may withdraw. There is no fourth way.</summary>
public abstract record Cooldown
{
    private Cooldown()
    {
    }

    /// <summary>Nothing waits: the vault asks nobody to wait, or there is nothing to withdraw.</summary>
    /// <param name="Ledgers">How long a first deposit would have to wait; 0 for not at all.</param>
    public sealed record None(uint Ledgers) : Cooldown;

    /// <summary>Shares wait.</summary>
    /// <param name="Ends">The first ledger in which they may be redeemed.</param>
    /// <param name="Left">How many ledgers that is ahead; 1 or more.</param>
    /// <param name="About">When that will be, at the pace that ledgers should have. Ledgers are exact, a clock is not.</param>
    public sealed record Running(LedgerNumber Ends, uint Left, DateTimeOffset About) : Cooldown;

    /// <summary>The wait is over: shares may be redeemed in any ledger.</summary>
    public sealed record Over : Cooldown;

    /// <summary>Reads it off what an address has.</summary>
    /// <param name="has">What it has.</param>
    /// <param name="at">When that was read.</param>
    /// <param name="ledgerTime">The time between two ledgers.</param>
    public static Cooldown Of(Holdings has, DateTimeOffset at, TimeSpan ledgerTime)
    {
        ArgumentNullException.ThrowIfNull(has);
        return has.CooldownLeft is > 0 and var left ? new Running(has.CooldownEnds!.Value, left, RoundUp(at + (left * ledgerTime)))
            : has.Shares > Shares.Zero && (has.CooldownEnds is not null || has.Config.WithdrawCooldownLedgers > 0) ? new Over()
            : new None(has.Config.WithdrawCooldownLedgers);
    }

    // To the whole second: nothing is known more closely, and nobody shall come too early.
    private static DateTimeOffset RoundUp(DateTimeOffset at) =>
        at.Ticks % TimeSpan.TicksPerSecond is var rest && rest == 0 ? at : at.AddTicks(TimeSpan.TicksPerSecond - rest);
}
