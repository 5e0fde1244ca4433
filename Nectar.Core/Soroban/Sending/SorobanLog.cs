using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>What operators read of this room; event ids 100 to 199.</summary>
internal static partial class SorobanLog
{
    [LoggerMessage(100, LogLevel.Debug, "Sending {Hash}, valid until ledger {LastLedger}")]
    public static partial void Sending(ILogger logger, TransactionHash hash, LedgerNumber lastLedger);

    [LoggerMessage(101, LogLevel.Warning, "No answer to the sending of {Hash}: {Problem}. Asking for it by its hash")]
    public static partial void NoAnswer(ILogger logger, TransactionHash hash, string problem);

    [LoggerMessage(102, LogLevel.Warning, "Could not ask after {Hash}: {Problem}")]
    public static partial void CouldNotAsk(ILogger logger, TransactionHash hash, string problem);

    [LoggerMessage(103, LogLevel.Information, "{Hash} was not taken with {Code}; building it anew")]
    public static partial void Rebuilding(ILogger logger, TransactionHash hash, TransactionResultCode code);

    [LoggerMessage(104, LogLevel.Information, "Restoring archived entries first")]
    public static partial void Restoring(ILogger logger);

    [LoggerMessage(105, LogLevel.Debug, "{Hash} was not taken yet; offering it again")]
    public static partial void TryingAgain(ILogger logger, TransactionHash hash);
}
