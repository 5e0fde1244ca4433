using Nectar.Core.Keeper;
using Nectar.Web.Api;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nectar.Web.Telemetry;

/// <summary>This room's services.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds the export of traces and metrics by OTLP where a collector is named, and nothing at all elsewhere.</summary>
    public static IServiceCollection AddNectarTelemetry(this IServiceCollection services, TelemetrySettings settings) => settings.IsOn ? services.AddExport() : services;

    private static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddOpenTelemetry()
            // Whoever sets OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES has the last word.
            .ConfigureResource(r => r.AddService("nectar").AddEnvironmentVariableDetector())
            .WithTracing(t => t.AddSource(KeeperTracing.SourceName, CaseSpans.SourceName, "System.Net.Http").AddProcessor(new HostAlone()).AddOtlpExporter())
            .WithMetrics(m => m
                .AddMeter(MetricExport.MeterName, CircuitCount.MeterName, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Lifecycle",
                    "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime")
                .AddOtlpExporter());
        services.AddHostedService<MetricExport>();
        services.AddHostedService<CaseSpanExport>();
        return services;
    }
}
