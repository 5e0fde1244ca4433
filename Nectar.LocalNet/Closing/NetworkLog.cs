using Microsoft.Extensions.Logging;

namespace Nectar.LocalNet.Closing;

/// <summary>What a network tells its operator.</summary>
internal static partial class NetworkLog
{
    [LoggerMessage(620, LogLevel.Warning, "The history is full ({Ledgers} ledgers, {Bytes} bytes): dropped {Dropped}, the oldest is now {Oldest}")]
    public static partial void HistoryFull(this ILogger logger, int ledgers, long bytes, int dropped, uint oldest);

    [LoggerMessage(621, LogLevel.Error, "Ledger {Sequence} could not be closed; it is tried again at the next interval")]
    public static partial void CloseFailed(this ILogger logger, uint sequence, Exception error);

    [LoggerMessage(622, LogLevel.Warning, "Transaction {Hash} is not valid any more and was dropped: {Code}")]
    public static partial void DroppedPending(this ILogger logger, string hash, string code);
}
