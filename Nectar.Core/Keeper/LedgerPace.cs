using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>When ledgers close: what was told, and what follows for the next ones.</summary>
internal sealed class LedgerPace(TimeSpan expected)
{
    // Long enough that whole seconds measure it, short enough to follow a network that changes its pace.
    private const uint Window = 64;

    private (LedgerNumber Ledger, ulong Seconds)? first;
    private (LedgerNumber Ledger, ulong Seconds)? last;

    /// <summary>How long a ledger takes, in milliseconds, at least 1.</summary>
    public uint Milliseconds { get; private set; } = (uint)Math.Max(1, expected.TotalMilliseconds);

    public void Observe(LedgerNumber ledger, ulong closeSeconds)
    {
        if (last is { } known && ledger <= known.Ledger)
        {
            return;
        }

        last = (ledger, closeSeconds);
        if (first is not { } start || closeSeconds < start.Seconds)
        {
            first = last;
            return;
        }

        var ledgers = ledger.Value - start.Ledger.Value;
        if (ledgers >= 4)
        {
            Milliseconds = (uint)Math.Clamp((closeSeconds - start.Seconds) * 1_000 / ledgers, 1, 600_000);
        }

        if (ledgers >= Window)
        {
            first = last;
        }
    }

    /// <summary>When a ledger closed or will, in Unix seconds, rounded down.</summary>
    public ulong CloseOf(LedgerNumber ledger)
    {
        if (last is not { } known)
        {
            return 0;
        }

        var milliseconds = (long)known.Seconds * 1_000 + (((long)ledger.Value - known.Ledger.Value) * Milliseconds);
        return (ulong)Math.Max(0, milliseconds / 1_000);
    }
}
