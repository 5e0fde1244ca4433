namespace Nectar.Web.Hosting;

/// <summary>What this room tells operators: event ids 500 to 519.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(500, LogLevel.Information, "page and API at {Url}, journal in {File}")]
    public static partial void Listening(ILogger log, string url, string file);

    [LoggerMessage(501, LogLevel.Warning, "the network cannot be asked: {Reason}; again in {Seconds} s")]
    public static partial void NetworkNotAsked(ILogger log, string reason, int seconds);

    [LoggerMessage(502, LogLevel.Information, "network ready: {Label}")]
    public static partial void NetworkReady(ILogger log, string label);
}
