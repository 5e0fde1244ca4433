using Microsoft.Extensions.Logging;

namespace Nectar.LocalNet.Rpc;

/// <summary>What operators read of this room; event ids 640 to 659.</summary>
internal static partial class RpcLog
{
    [LoggerMessage(640, LogLevel.Error, "{Method} failed, which is a fault of this program")]
    public static partial void MethodFailed(ILogger logger, string method, Exception fault);
}
