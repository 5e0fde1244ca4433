namespace Nectar.Web.Hosting;

/// <summary>What this room tells operators: event ids 500 to 519.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(501, LogLevel.Warning, "the network cannot be asked: {Reason}; again in {Seconds} s")]
    public static partial void NetworkNotAsked(ILogger log, string reason, int seconds);

    [LoggerMessage(502, LogLevel.Information, "network ready: {Label}")]
    public static partial void NetworkReady(ILogger log, string label);
}
