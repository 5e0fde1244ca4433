using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Alerting;
using Nectar.Web.Hosting;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

/// <summary>What is secret stands in no page, no log and no fault.</summary>
public sealed class SecretsTests
{
    private const string Key = "s3cret-of-the-operator";

    [Fact]
    public async Task A_key_stands_neither_in_a_page_nor_in_a_log_whatever_is_done_with_it()
    {
        var logs = new ConcurrentQueue<string>();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings { Operators = new(new OperatorKey(Key), [Samples.Alpha]) }, alerts: receiver.Settings, configure: builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace);
            builder.Logging.AddProvider(new Recorder(logs));
        });
        using var visitor = new Visitor(web);

        var (_, refused) = await visitor.SignInAsync(Key + "x");
        var (_, signedIn) = await visitor.SignInAsync(Key);
        var (_, acted) = await visitor.ActAsync(Samples.Alpha.ToString(), "Pause", "alpha");
        var (_, tried) = await visitor.PostAsync("/console/alerts/test", fields: ("channel", "Webhook"));
        var console = await visitor.GetAsync();
        var islands = await visitor.GetAsync("/live/console");
        var download = await visitor.GetAsync("/console/log.ndjson");

        Assert.Contains("data-audit=\"pause\"", console, StringComparison.Ordinal);
        Assert.Single(receiver.Told("test"));
        Assert.All([tried, console, islands, .. logs], text => Assert.DoesNotContain(WebhookReceiver.Secret, text, StringComparison.Ordinal));
        Assert.NotEmpty(logs);
        Assert.All([refused, signedIn, acted, console, islands, download, .. logs], text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
        var seed = Samples.KeyOf(1).ExportSecretSeed();
        Assert.All([signedIn, console, islands, download, .. logs], text => Assert.DoesNotContain(seed, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_too_short_and_a_seed_put_in_the_wrong_place_are_told_by_their_length()
    {
        var seed = Samples.KeyOf(1).ExportSecretSeed();
        var variables = new Dictionary<string, string> { ["NECTAR_OPERATOR_KEY"] = "too-short", ["NECTAR_OPERATOR_ACCOUNTS"] = $"{seed},GABC" };
        using var errors = new StringWriter();

        Assert.Equal(1, await NectarProgram.RunAsync([], variables.GetValueOrDefault, TextWriter.Null, errors));

        Assert.Equal(
            [
                "NECTAR_OPERATOR_KEY=(9 characters, not shown): must have at least 16 characters",
                "NECTAR_OPERATOR_ACCOUNTS=(56 characters, not shown): must be accounts, G… of 56 characters, parted by commas",
                "NECTAR_OPERATOR_ACCOUNTS=GABC: must be accounts, G… of 56 characters, parted by commas",
            ],
            errors.ToString().TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public async Task Targets_of_alerts_that_break_their_rule_are_told_by_their_length()
    {
        var variables = new Dictionary<string, string>
        {
            ["NECTAR_ALERT_WEBHOOK"] = "http://hooks.example.org/secret",
            ["NECTAR_ALERT_SLACK"] = "https://10.0.0.1/secret",
            ["NECTAR_ALERT_DISCORD"] = "https://localhost/secret",
            ["NECTAR_ALERT_SECRET"] = "secret",
            ["NECTAR_ALERT_LOOPBACK"] = "yes",
        };
        using var errors = new StringWriter();

        Assert.Equal(1, await NectarProgram.RunAsync([], variables.GetValueOrDefault, TextWriter.Null, errors));

        Assert.Equal(
            [
                "NECTAR_ALERT_LOOPBACK=yes: must be true or false",
                "NECTAR_ALERT_WEBHOOK=(31 characters, not shown): must be https; http is allowed to loopback alone",
                "NECTAR_ALERT_SLACK=(23 characters, not shown): must not be a private, link-local or reserved address",
                "NECTAR_ALERT_DISCORD=(24 characters, not shown): must not be this machine's loopback unless NECTAR_ALERT_LOOPBACK=true",
                "NECTAR_ALERT_SECRET=(6 characters, not shown): must have at least 16 characters",
            ],
            errors.ToString().TrimEnd().Split(Environment.NewLine));
    }

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
