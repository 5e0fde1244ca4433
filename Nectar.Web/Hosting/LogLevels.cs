namespace Nectar.Web.Hosting;

/// <summary>How much operators are told.</summary>
internal static class LogLevels
{
    /// <summary>Ours from information on, libraries from warnings on. Health is told by <c>/readyz</c>, not by the log. One line each.</summary>
    public static void AddNectarLevels(this ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
    }
}
