using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Operators;
using Nectar.Tests.Web.Operators;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Alerting;

public sealed class AlertsOverHttpTests
{
    private const string Key = "a key of the tests alone";
    private static readonly OperatorSettings operators = new() { Operators = new(new OperatorKey(Key), []) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_tries_a_target_and_sets_a_rule_and_both_stand_in_the_audit_log()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: operators, alerts: receiver.Settings);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (_, tried) = await visitor.PostAsync("/console/alerts/test", fields: ("channel", "Webhook"));
        var (_, set) = await visitor.PostAsync("/console/alerts/rules/XlmLow", true, ("isOn", "true"), ("threshold", "42"), ("coolOff", "60"));

        Assert.Contains($"Delivered to Webhook http://{receiver.Url.Authority}/…: status 200.", tried, StringComparison.Ordinal);
        Assert.Contains("this is a test, nothing happened", Assert.Single(receiver.Told("test")), StringComparison.Ordinal);
        Assert.Contains("Done: the rule “XLM runway low” is on, from 42, silent for 60 s.", set, StringComparison.Ordinal);
        Assert.Contains("data-delivery=\"test\"", set, StringComparison.Ordinal);
        Assert.All([tried, set], page => Assert.DoesNotContain(WebhookReceiver.Secret, page, StringComparison.Ordinal));
        var audit = await web.Services.GetRequiredService<OperatorJournal>().AuditAsync(10, Cancel);
        Assert.Equal(["set alert rule", "test alert", "sign in"], audit.Select(a => a.What));
        Assert.Equal(("XLM runway low", "on, from 100, silent for 900 s", "on, from 42, silent for 60 s"), (audit[0].Target, audit[0].Before, audit[0].After));
        Assert.DoesNotContain(WebhookReceiver.Secret, audit[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_silences_a_rule_for_a_while_changes_it_without_ending_that_and_ends_it()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);
        var journal = web.Services.GetRequiredService<AlertJournal>();

        var (_, silenced) = await SetAsync("60", "8");
        var until = (await SettingAsync()).SilentUntil!.Value;
        await SetAsync("61", "");
        var (kept, _) = (await SettingAsync(), await SetAsync("61", "0"));

        Assert.Contains($"silenced until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", silenced, StringComparison.Ordinal);
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(7.9), TimeSpan.FromHours(8));
        Assert.Equal((until, 61d), (kept.SilentUntil, kept.CoolOff.TotalSeconds));
        Assert.Null((await SettingAsync()).SilentUntil);

        Task<(HttpStatusCode Status, string Page)> SetAsync(string coolOff, string silence) =>
            visitor.PostAsync("/console/alerts/rules/CaseFailed", true, ("isOn", "true"), ("threshold", "1"), ("coolOff", coolOff), ("silence", silence));

        async Task<AlertSetting> SettingAsync() => (await journal.SettingsAsync(AlertSetting.Default, Cancel)).Single(s => s.Rule == AlertRule.CaseFailed);
    }

    [Fact]
    public async Task A_health_factor_is_set_as_people_write_it_and_what_is_none_is_refused_with_the_rule()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (_, set) = await visitor.PostAsync("/console/alerts/rules/HealthLow", true, ("isOn", "true"), ("threshold", "1.0825"), ("coolOff", "60"));
        var (_, wrong) = await visitor.PostAsync("/console/alerts/rules/HealthLow", true, ("isOn", "true"), ("threshold", "low"), ("coolOff", "60"));
        var (_, tooLong) = await visitor.PostAsync("/console/alerts/rules/HealthLow", true, ("isOn", "true"), ("threshold", "1"), ("coolOff", "long"));

        Assert.Contains("Done: the rule “health factor low” is on, from 1.0825, silent for 60 s.", set, StringComparison.Ordinal);
        Assert.Contains("value=\"1.0825\"", set, StringComparison.Ordinal);
        Assert.Contains("Not done: threshold: must be from 0.0001 to 100 with at most 4 decimals.", wrong, StringComparison.Ordinal);
        Assert.Contains("Not done: cool-off: must be a whole number of seconds from 0 to 86400.", tooLong, StringComparison.Ordinal);
        var settings = await web.Services.GetRequiredService<AlertJournal>().SettingsAsync(AlertSetting.Default, Cancel);
        Assert.Equal(10_825, settings.Single(s => s.Rule == AlertRule.HealthLow).Threshold);
    }

    [Fact]
    public async Task Without_signing_in_or_without_the_pages_token_nothing_is_sent_or_set()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: operators, alerts: receiver.Settings);
        using var visitor = new Visitor(web);

        var outside = await visitor.PostAsync("/console/alerts/test", fields: ("channel", "Webhook"));
        await visitor.SignInAsync(Key);
        var forged = await visitor.PostAsync("/console/alerts/rules/XlmLow", false, ("threshold", "42"), ("coolOff", "60"));
        var (_, wrong) = await visitor.PostAsync("/console/alerts/rules/XlmLow", true, ("threshold", "0"), ("coolOff", "60"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (outside.Status, forged.Status));
        Assert.Contains("Not done: threshold 0: must be a whole number from 1 to 1000000.", wrong, StringComparison.Ordinal);
        Assert.Empty(receiver.Told("test"));
        Assert.All(await web.Services.GetRequiredService<AlertJournal>().SettingsAsync(AlertSetting.Default, Cancel), s => Assert.Equal(AlertSetting.Default(s.Rule), s));
    }
}
