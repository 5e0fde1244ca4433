namespace Nectar.Web.Telemetry;

/// <summary>What this room tells operators: event ids 580 to 599.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(580, LogLevel.Error, "traces and metrics could not be read for their export: {Problem}")]
    public static partial void NotRead(ILogger log, string problem);
}
