namespace Nectar.Web.Sandbox;

/// <summary>What this room tells operators: event ids 560 to 579.</summary>
internal static partial class SandboxLog
{
    [LoggerMessage(560, LogLevel.Information, "sandbox: {Asset} falls by {Percent} %, seed {Seed}")]
    public static partial void Began(ILogger log, string asset, int percent, ulong seed);

    [LoggerMessage(561, LogLevel.Information, "sandbox: ended after {Seconds} s, {Ending}, {Liquidations} liquidations")]
    public static partial void Ended(ILogger log, int seconds, SandboxEnding ending, int liquidations);

    [LoggerMessage(562, LogLevel.Warning, "sandbox: could not go on: {Reason}")]
    public static partial void Failed(ILogger log, string reason);
}
