using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Alerting;
using Nectar.Web.Alerting;
using Nectar.Web.Live;
using Nectar.Web.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Nectar.Tests.Web.Telemetry;

public sealed class TelemetryTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_a_collector_is_named_it_gets_a_cases_steps_under_the_cases_id_and_the_metrics_under_their_names()
    {
        await using var collector = await Collector.StartAsync();
        await using var web = await WebFixture.StartAsync(telemetry: new TelemetrySettings(IsOn: true), configure: collector.Configure);
        await web.WhenVaultIsReadAsync();
        // Those who watch the feed: the alerts' rules and the export; lines from before are not told.
        while (web.Services.GetRequiredService<LiveFeed>().Watchers < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        await collector.WhenReceivedAsync("v1/traces", id.ToByteArray(bigEndian: true), Collector.Text("FILLED"), Collector.Text(Samples.Hash.ToString()), Collector.Text("12.3456789 USDC"));
        await collector.WhenReceivedAsync("v1/metrics", Collector.Text("nectar_vault_tvl"), Collector.Text("nectar_keeper_liquidations_total"), Collector.Text("alpha"));
        await collector.WhenReceivedAsync("v1/metrics", Collector.Text("service.name"), Collector.Text("nectar"));
    }

    [Fact]
    public async Task Of_a_request_the_collector_learns_the_host_and_never_the_path_which_is_a_chats_secret()
    {
        await using var collector = await Collector.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(telemetry: new TelemetrySettings(IsOn: true), alerts: receiver.Settings, configure: collector.Configure);
        var sender = web.Services.GetRequiredService<AlertSender>();

        await sender.TellAsync(sender.Targets[0], new AlertMessage(null, "a test", 1, Samples.Now), Cancel);
        await collector.WhenReceivedAsync("v1/traces", Collector.Text("System.Net.Http"), Collector.Text("url.full"));

        var requests = collector.Bodies("v1/traces").SelectMany(ExportedSpan.In).Where(s => s.Scope == "System.Net.Http").ToList();
        Assert.Contains(receiver.Url.GetLeftPart(UriPartial.Authority), requests.Select(s => s.Tags["url.full"]));
        Assert.All(collector.Bodies("v1/traces"), body => Assert.Equal(-1, body.AsSpan().IndexOf(Collector.Text(WebhookReceiver.Secret))));
    }

    [Fact]
    public async Task Without_the_variable_nothing_of_it_is_there()
    {
        await using var web = await WebFixture.StartAsync();

        Assert.Null(web.Services.GetService<TracerProvider>());
        Assert.Null(web.Services.GetService<MeterProvider>());
        Assert.DoesNotContain(web.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), s => s.GetType().Namespace is { } room && (room.StartsWith("OpenTelemetry", StringComparison.Ordinal) || room == "Nectar.Web.Telemetry"));
    }

    [Fact]
    public void A_step_is_a_span_from_the_step_before_it_to_itself_and_one_that_failed_is_an_error()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == CaseSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var cases = new CaseSpans();
        var other = Guid.CreateVersion7(Samples.Now.AddDays(1));
        var failed = new KeeperEvent.StepFailed(CaseStep.Draw, "refused", 207, null) { Keeper = Samples.Alpha, KeeperName = "alpha", At = Samples.Now.AddSeconds(3), Ledger = new(103), CaseId = other, Borrower = Samples.Borrower };

        cases.Tell(new FeedLine(1, Samples.Detected(other)), new NetworkStart().Symbols);
        cases.Tell(new FeedLine(2, failed), new NetworkStart().Symbols);
        cases.Tell(new FeedLine(3, Samples.Line(1)), new NetworkStart().Symbols);

        var own = spans.Where(s => s.TraceId.ToHexString() == other.ToString("N")).ToList();
        Assert.Equal([(Samples.Now.UtcDateTime, TimeSpan.FromTicks(1)), (Samples.Now.UtcDateTime, TimeSpan.FromSeconds(3))], own.Select(s => (s.StartTimeUtc, s.Duration)));
        Assert.Equal([ActivityStatusCode.Ok, ActivityStatusCode.Error], own.Select(s => s.Status));
        Assert.Equal((103u, "alpha", Samples.Borrower), (own[1].GetTagItem("nectar.ledger"), own[1].GetTagItem("nectar.keeper"), own[1].GetTagItem("nectar.borrower")));
    }

    [Fact]
    public void A_collectors_address_that_is_none_is_a_fault_told_by_its_length_and_so_is_a_protocol_that_there_is_not()
    {
        var faults = new List<ConfigurationFault>();

        TelemetrySettings.Read(name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? "collector:4317" : "http/json", faults);

        Assert.Equal(["OTEL_EXPORTER_OTLP_PROTOCOL=http/json: must be grpc or http/protobuf", "OTEL_EXPORTER_OTLP_ENDPOINT=(14 characters, not shown): must be an absolute URL, http or https"], faults.Select(f => $"{f.Variable}={f.Value}: {f.Rule}"));
        Assert.False(TelemetrySettings.Read(_ => null, faults).IsOn);
        Assert.Equal(2, faults.Count);
    }
}
