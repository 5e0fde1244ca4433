using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Tests.Support;
using Nectar.Web.Alerting;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Alerting;

public sealed class AlertWatchTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_that_repeats_calls_the_webhook_exactly_once_signed_and_stands_in_the_delivery_log()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await StartAsync(receiver);
        for (var n = 0; n < 5; n++)
        {
            await FailAsync(web, id);
        }

        // Another case's failure comes after them in the same line, so that the five have been judged once it is told.
        await FailAsync(web, Guid.CreateVersion7(Samples.Now.AddSeconds(1)));
        var rows = await DeliveriesAsync(web, "case failed", 2);

        Assert.Single(receiver.Calls, c => c.Body.Contains($"case {id}", StringComparison.Ordinal));
        Assert.Equal(2, receiver.Told("case failed").Count);
        Assert.All(receiver.Calls, c => Assert.Equal($"sha256={AlertPayload.Sign(c.Body, "a secret to sign with")}", c.Signature));
        Assert.All(rows, r => Assert.Equal(("case failed", "webhook", true, "status 200"), (r.Rule, r.Channel, r.IsDelivered, r.Outcome)));
        Assert.All(rows, r => Assert.DoesNotContain(WebhookReceiver.Secret, $"{r}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_keeper_that_gave_no_sign_is_told_once_however_often_it_is_looked_at()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await StartAsync(receiver);
        // Its last line is as old as the samples.
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);
        var watch = web.Services.GetRequiredService<AlertWatch>();

        await watch.LookAsync(Cancel);
        await watch.LookAsync(Cancel);
        await watch.LookAsync(Cancel);
        await DeliveriesAsync(web, "keeper possibly down", 1);

        Assert.Contains("alpha is possibly down: no sign for", Assert.Single(receiver.Told("keeper possibly down")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_cannot_be_read_a_position_near_its_limit_and_an_old_price_are_told_once_each()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await StartAsync(receiver, new SampleVaultReader("connection refused"));
        var watch = web.Services.GetRequiredService<AlertWatch>();
        await SetAsync(web, AlertSetting.Default(AlertRule.RpcDown) with { Threshold = 1 });
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(
            Samples.Position(Samples.Borrower, 10_200_000, "HF 1.0200 ≥ 1"), Samples.Position(Samples.Beta.ToString(), 10_300_000, "in hand")) with
        {
            Prices = [new PriceRow(Samples.Xlm, new Worth(4_000_000), Samples.Now, null) { Age = TimeSpan.FromSeconds(700) }],
            Cases = [Samples.Case(id, new CaseState.Detected()) with { Borrower = Samples.Beta.ToString() }],
        });

        // Until a second has gone by in which nothing could be read.
        while (receiver.Told("RPC down").Count == 0)
        {
            await watch.LookAsync(Cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        await watch.LookAsync(Cancel);
        await DeliveriesAsync(web, "oracle price stale", 1);
        await DeliveriesAsync(web, "health factor low", 1);

        Assert.Matches("nothing could be read from the network for [0-9]+ s, 1 s are allowed: connection refused", Assert.Single(receiver.Told("RPC down")));
        Assert.Contains("the oracle's price of XLM is 700 s old, 600 s are allowed", Assert.Single(receiver.Told("oracle price stale")), StringComparison.Ordinal);
        Assert.Contains($"{Samples.Borrower} has a health factor of 1.0200, below 1.05", Assert.Single(receiver.Told("health factor low")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_calls_nobody()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await StartAsync(receiver);
        await SetAsync(web, AlertSetting.Default(AlertRule.CaseFailed) with { IsOn = false });

        await FailAsync(web, id);
        await web.Journal.AppendAsync(
            new KeeperEvent.BreakerTripped(Samples.Xlm, "jumped") { Keeper = Samples.Alpha, KeeperName = "alpha", At = Samples.Now, Ledger = new(100) }, null, Cancel);
        await DeliveriesAsync(web, "breaker tripped", 1);

        Assert.Single(receiver.Told("breaker tripped"));
        Assert.Empty(receiver.Told("case failed"));
    }

    [Fact]
    public async Task Browsers_get_what_came_since_they_looked_last_and_nothing_from_before()
    {
        await using var web = await WebFixture.StartAsync();
        var browsers = web.Services.GetRequiredService<BrowserAlerts>();
        browsers.Add(new AlertMessage(AlertRule.LossBooked, "from before", 1, Samples.Now));
        var before = await web.Http.GetStringAsync(new Uri("/console/alerts.json", UriKind.Relative), Cancel);
        var last = System.Text.Json.JsonDocument.Parse(before).RootElement.GetProperty("lastId").GetInt64();
        browsers.Add(new AlertMessage(AlertRule.CapitalOverdue, "alpha has 500 USDC out", 1, Samples.Now));

        var after = await web.Http.GetStringAsync(new Uri($"/console/alerts.json?since={last}", UriKind.Relative), Cancel);

        Assert.EndsWith("\"alerts\":[]}", before, StringComparison.Ordinal);
        Assert.DoesNotContain("from before", after, StringComparison.Ordinal);
        Assert.Contains("Nectar capital overdue: alpha has 500 USDC out", after, StringComparison.Ordinal);
    }

    private static async Task<WebFixture> StartAsync(WebhookReceiver receiver, SampleVaultReader? reader = null)
    {
        var web = await WebFixture.StartAsync(reader, alerts: receiver.Settings);
        // The watch begins with the lines that come after it; until then it is not among those who follow.
        while (web.Services.GetRequiredService<LiveFeed>().Watchers == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        return web;
    }

    private static async Task SetAsync(WebFixture web, AlertSetting setting)
    {
        var entry = new Nectar.Core.Operators.AuditEntry(Samples.Now, "operator key", "set alert rule", setting.Rule.ToString(), "", $"{setting}");
        await web.Services.GetRequiredService<AlertJournal>().SetAsync(setting, entry, Cancel);
        await web.Services.GetRequiredService<AlertWatch>().LoadAsync(Cancel);
    }

    private static Task<long> FailAsync(WebFixture web, Guid caseId) => web.Journal.AppendAsync(
        new KeeperEvent.StepFailed(CaseStep.Draw, "refused", 207, null)
        {
            Keeper = Samples.Alpha,
            KeeperName = "alpha",
            // Now, so that no rule finds the keeper silent.
            At = TimeProvider.System.GetUtcNow(),
            Ledger = new(100),
            CaseId = caseId,
            Borrower = Samples.Borrower,
        }, null, Cancel);

    private static async Task<IReadOnlyList<AlertDelivery>> DeliveriesAsync(WebFixture web, string rule, int count)
    {
        var journal = web.Services.GetRequiredService<AlertJournal>();
        while (true)
        {
            var rows = (await journal.DeliveriesAsync(20, Cancel)).Where(d => d.Rule == rule).ToList();
            if (rows.Count >= count)
            {
                return rows;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }
}
