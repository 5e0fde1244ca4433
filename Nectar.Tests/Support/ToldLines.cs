using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Nectar.Tests.Support;

/// <summary>Keeps what operators would read.</summary>
internal sealed class ToldLines : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

    /// <summary>What was told as a warning or worse.</summary>
    public IEnumerable<string> Warnings => lines.Where(l => l.Level >= LogLevel.Warning).Select(l => l.Line);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
