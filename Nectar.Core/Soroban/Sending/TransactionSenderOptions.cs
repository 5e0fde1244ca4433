namespace Nectar.Core.Soroban.Sending;

/// <summary>How a sender waits and how long its transactions live.</summary>
public sealed record TransactionSenderOptions
{
    /// <summary>How many ledgers a transaction may wait for its inclusion. Default 12: a minute at 5 s a ledger.</summary>
    public uint ValidForLedgers { get; init; } = 12;

    /// <summary>The pause between two questions after a transaction. Default 1 s.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the network may stay out of reach before a sent transaction is given back as unknown. Default 5 min.
    /// </summary>
    public TimeSpan UnreachableFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a transaction is built anew, or its fee bumped, after a sequence number or fee was not taken. Default 5.</summary>
    public int MaxRebuilds { get; init; } = 5;

    /// <summary>The inclusion fee offered first, in stroops. Default 100, the least.</summary>
    public uint BaseFee { get; init; } = Transactions.TransactionBuilder.MinBaseFee;
}
