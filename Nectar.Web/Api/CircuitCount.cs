using System.Diagnostics.Metrics;

namespace Nectar.Web.Api;

/// <summary>Counts circuits by the framework's own meter.</summary>
internal sealed class CircuitCount : IHostedService, IDisposable
{
    /// <summary>The framework's meter of circuits.</summary>
    public const string MeterName = "Microsoft.AspNetCore.Components.Server.Circuits";

    private readonly MeterListener listener = new();
    private long active;
    private long connected;

    /// <summary>Listens to one application's meter, and to no other's in the same process.</summary>
    public CircuitCount(IMeterFactory application)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == MeterName && ReferenceEquals(instrument.Meter.Scope, application)
                && instrument.Name is "aspnetcore.components.circuit.active" or "aspnetcore.components.circuit.connected")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(Count);
    }

    /// <summary>How many there are.</summary>
    public long Active => Interlocked.Read(ref active);

    /// <summary>Of these, how many are connected.</summary>
    public long Connected => Interlocked.Read(ref connected);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Count(Instrument instrument, long change, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Interlocked.Add(ref instrument.Name == "aspnetcore.components.circuit.active" ? ref active : ref connected, change);
}
