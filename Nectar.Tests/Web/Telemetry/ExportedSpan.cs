namespace Nectar.Tests.Web.Telemetry;

/// <summary>A span as a collector gets it.</summary>
/// <param name="Scope">Where it comes from.</param>
/// <param name="TraceId">Its trace, in hexadecimal digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Start">When it began, in nanoseconds.</param>
/// <param name="End">When it ended, in nanoseconds.</param>
/// <param name="Tags">Its tags that are texts.</param>
internal sealed record ExportedSpan(string Scope, string TraceId, string Name, ulong Start, ulong End, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Those of a request to <c>v1/traces</c>; field numbers are those of opentelemetry-proto's <c>trace.proto</c>.</summary>
    public static IEnumerable<ExportedSpan> In(byte[] body) =>
        from resource in new ProtobufMessage(body).Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new ExportedSpan(
            scope.Messages(1).Single().Text(1), span.Hex(1), span.Text(5), span.Number(7), span.Number(8),
            span.Messages(9).ToDictionary(tag => tag.Text(1), tag => tag.Messages(2).Single().Text(1)));

    /// <summary>The names of metrics in a request to <c>v1/metrics</c>, each behind its meter's.</summary>
    public static IEnumerable<(string Meter, string Name)> MetricsIn(byte[] body) =>
        from resource in new ProtobufMessage(body).Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        select (scope.Messages(1).Single().Text(1), metric.Text(1));
}
