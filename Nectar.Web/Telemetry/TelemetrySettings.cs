using Nectar.Core.Keeper;

namespace Nectar.Web.Telemetry;

/// <summary>Whether traces and metrics are sent anywhere. The library reads the other standard variables, <c>OTEL_…</c>, itself.</summary>
/// <param name="IsOn">Whether <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</param>
internal sealed record TelemetrySettings(bool IsOn)
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Nowhere.</summary>
    public static TelemetrySettings None { get; } = new(false);

    /// <summary>Reads them. Of a URL that breaks its rule only the length is told, since it may hold a password.</summary>
    public static TelemetrySettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        if (read(ProtocolVariable)?.Trim() is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
        {
            faults.Add(new ConfigurationFault(ProtocolVariable, protocol, "must be grpc or http/protobuf"));
        }

        if (read(Variable)?.Trim() is not { Length: > 0 } text)
        {
            return None;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            faults.Add(new ConfigurationFault(Variable, ConfigurationFault.Hidden(text), "must be an absolute URL, http or https"));
        }

        return new TelemetrySettings(true);
    }
}
