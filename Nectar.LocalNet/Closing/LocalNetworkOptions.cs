using Nectar.Core.Soroban.Keys;

namespace Nectar.LocalNet.Closing;

/// <summary>How a network is made.</summary>
public sealed record LocalNetworkOptions
{
    /// <summary>The passphrase, by which its hashes differ from other networks'.</summary>
    public string Passphrase { get; init; } = Network.Standalone.Passphrase;

    /// <summary>The time at which its clock starts; by default that of the <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>When it closes ledgers.</summary>
    public ClosingMode Closing { get; init; } = new ClosingMode.OnSubmit();

    /// <summary>How many of the latest ledgers it remembers, at least 1. The default is a week at five seconds each.</summary>
    public int RetentionLedgers { get; init; } = 120_960;

    /// <summary>How many bytes of headers, transactions and meta it remembers at most; the latest ledger always.</summary>
    public long RetentionBytes { get; init; } = 1L << 30;

    /// <summary>How many transactions may wait for a ledger.</summary>
    public int MaxPending { get; init; } = 1_000;
}
