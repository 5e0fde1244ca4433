namespace Nectar.Web.Live;

/// <summary>What this room tells operators: event ids 520 to 539.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(520, LogLevel.Warning, "the vault could not be read: {Reason}")]
    public static partial void VaultNotRead(ILogger log, string reason);

    [LoggerMessage(521, LogLevel.Warning, "how borrowers stand could not be written down: {Reason}")]
    public static partial void PositionsNotKept(ILogger log, string reason);
}
