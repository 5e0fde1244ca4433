using System.Text.Json;
using Nectar.Core.Units;
using Nectar.Tests.Web.Telemetry;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

/// <summary>What the built application, its keepers running, sends to a collector.</summary>
public sealed class TelemetryOfTheAppTests
{
    private const string OperatorKey = "a key that no collector may see";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_from_its_detection_to_its_fill_is_one_trace_the_looks_are_others_all_metrics_come_and_no_key_does()
    {
        await using var collector = await Collector.StartAsync();
        await using var app = RunningApp.Start(new Dictionary<string, string>(collector.Variables)
        {
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=Bearer of-the-collector-alone",
            ["NECTAR_OPERATOR_KEY"] = OperatorKey,
        });
        await app.WhenUpAsync(Cancel);
        using var http = new HttpClient { BaseAddress = app.Address };

        var told = await FilledAsync(http);
        var id = Guid.Parse(told.GetProperty("caseId").GetString()!);
        var trace = await SpansAsync(collector, id.ToString("N"));

        Assert.Equal("DETECTED", trace[0].Name);
        Assert.All(trace, s => Assert.Equal("Nectar.Cases", s.Scope));
        Assert.All(trace, s => Assert.Equal((id.ToString(), told.GetProperty("keeperName").GetString()), (s.Tags["nectar.case"], s.Tags["nectar.keeper"])));
        Assert.All(trace.Zip(trace.Skip(1)), pair => Assert.InRange(pair.Second.Start, pair.First.Start, pair.Second.End));
        Assert.Contains(trace, s => s.Name == "FILLED" && s.Tags["nectar.transaction"] == told.GetProperty("hash").GetString());
        Assert.Equal(
            ["alpha", "beta"],
            Spans(collector).Where(s => (s.Scope, s.Name) == ("Nectar.Keeper", "keeper cycle")).Select(s => s.Tags["nectar.keeper"]).Distinct().Order());
        await ExpectMetricsAsync(collector, http);
        ExpectNoKey(collector);
    }

    // The journal's first line of a fill.
    private static async Task<JsonElement> FilledAsync(HttpClient http)
    {
        while (true)
        {
            var lines = await http.GetStringAsync(new Uri("/console/log.ndjson?text=filled", UriKind.Relative), Cancel);
            if (lines.Split('\n').Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).FirstOrDefault(l => l.GetProperty("kind").GetString() is "liquidated" or "filled") is { ValueKind: JsonValueKind.Object } line)
            {
                return line;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }
    }

    // A trace's spans once its fill is there, in the order of their ends.
    private static async Task<List<ExportedSpan>> SpansAsync(Collector collector, string id)
    {
        while (true)
        {
            var spans = Spans(collector).Where(s => s.TraceId == id).OrderBy(s => s.End).ToList();
            if (spans.Any(s => s.Name == "FILLED"))
            {
                return spans;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }
    }

    // Every metric that is printed with a sample arrives under its name, and the framework's own beside them.
    private static async Task ExpectMetricsAsync(Collector collector, HttpClient http)
    {
        var printed = (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel)).Split('\n')
            .Where(l => l.StartsWith("nectar_", StringComparison.Ordinal)).Select(l => ("Nectar", l.Split(' ', '{')[0])).ToHashSet();
        Assert.InRange(printed.Count, 30, 60);
        var expected = printed.Concat([("System.Runtime", "dotnet.gc.collections"), ("Microsoft.AspNetCore.Hosting", "http.server.request.duration")]).ToList();
        while (expected.Except(collector.Bodies("v1/metrics").SelectMany(ExportedSpan.MetricsIn)).Any())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        }
    }

    private static void ExpectNoKey(Collector collector)
    {
        string[] people = ["admin", "issuer", "pool-feed", "market-feed", "exchange", "lender", "alice", "bob", "alpha", "beta"];
        var seeds = people.Select(name => DemoPeople.KeyOf(name).ExportSecretSeed()).ToList();
        var raw = seeds.Select(seed => StrKey.Decode(StrKeyKind.Seed, seed)).ToList();
        byte[][] secrets = [.. seeds.Select(Collector.Text), .. raw, .. raw.Select(r => Collector.Text(Convert.ToHexStringLower(r))), Collector.Text(OperatorKey), Collector.Text("of-the-collector-alone")];
        var bodies = collector.Bodies("v1/traces").Concat(collector.Bodies("v1/metrics")).ToList();

        Assert.Equal(32, secrets.Length);
        Assert.All(bodies, body => Assert.All(secrets, secret => Assert.Equal(-1, body.AsSpan().IndexOf(secret))));
    }

    private static IEnumerable<ExportedSpan> Spans(Collector collector) => collector.Bodies("v1/traces").SelectMany(ExportedSpan.In);
}
