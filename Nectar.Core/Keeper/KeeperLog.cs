using Microsoft.Extensions.Logging;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>What operators read of this room; event ids 300 to 399. What happens to cases is the journal's to tell.</summary>
internal static partial class KeeperLog
{
    [LoggerMessage(300, LogLevel.Information, "{Keeper} starts with {OpenCases} open cases and {Borrowers} known borrowers")]
    public static partial void Starting(ILogger logger, string keeper, int openCases, int borrowers);

    [LoggerMessage(301, LogLevel.Warning, "{Keeper}: a cycle failed: {Problem}")]
    public static partial void CycleFailed(ILogger logger, string keeper, string problem);

    [LoggerMessage(302, LogLevel.Information, "{Keeper}: cycles go well again after {Failures} that failed")]
    public static partial void Recovered(ILogger logger, string keeper, int failures);

    [LoggerMessage(303, LogLevel.Information, "{Keeper} stops with {OpenCases} open cases")]
    public static partial void Stopping(ILogger logger, string keeper, int openCases);

    [LoggerMessage(304, LogLevel.Error, "{Keeper} stopped before what is out came to a safe state; its next start goes on from the journal")]
    public static partial void StoppedShort(ILogger logger, string keeper);

    [LoggerMessage(305, LogLevel.Debug, "{Keeper}: ledger {Ledger} is done")]
    public static partial void CycleDone(ILogger logger, string keeper, LedgerNumber ledger);
}
