using Microsoft.Extensions.Logging;

namespace Nectar.LocalNet.Host;

/// <summary>What operators read of this room; event ids 600 to 619.</summary>
internal static partial class HostLog
{
    [LoggerMessage(600, LogLevel.Information, "Compiling the Soroban host; {Path} keeps it for the next start")]
    public static partial void Compiling(ILogger logger, string path);

    [LoggerMessage(601, LogLevel.Information, "Compiling the Soroban host anew: {Path} cannot be used, {Problem}")]
    public static partial void CompiledCodeUnusable(ILogger logger, string path, string problem);

    [LoggerMessage(602, LogLevel.Warning, "The compiled Soroban host could not be kept in {Path}: {Problem}")]
    public static partial void CompiledCodeNotKept(ILogger logger, string path, string problem);

    [LoggerMessage(603, LogLevel.Warning, "The Soroban host trapped; a fresh instance goes on: {Problem}")]
    public static partial void Trapped(ILogger logger, string problem);

    [LoggerMessage(604, LogLevel.Debug, "An instance of the Soroban host holds {Bytes} bytes; a fresh one goes on")]
    public static partial void Replaced(ILogger logger, long bytes);
}
