namespace Nectar.Web.Flow;

/// <summary>What this room tells operators: event ids 480 to 499.</summary>
internal static partial class FlowLog
{
    [LoggerMessage(480, LogLevel.Warning, "the journal does not hold what a visitor sent, only the visitor's browser does: {Reason}")]
    public static partial void JournalNotUsed(ILogger log, string reason);
}
