namespace Nectar.Web.Alerting;

/// <summary>What this room tells operators: event ids 540 to 559.</summary>
internal static partial class AlertingLog
{
    [LoggerMessage(540, LogLevel.Warning, "{Alert}")]
    public static partial void Alert(ILogger log, string alert);

    [LoggerMessage(541, LogLevel.Error, "the rules for alerts could not be looked at: {Problem}")]
    public static partial void NotLooked(ILogger log, string problem);

    [LoggerMessage(542, LogLevel.Error, "what became of an alert could not be written down: {Problem}")]
    public static partial void NotWritten(ILogger log, string problem);
}
