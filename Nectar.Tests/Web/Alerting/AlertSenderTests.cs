using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Tests.Core.Journal;
using Nectar.Tests.Support;
using Nectar.Web.Alerting;

namespace Nectar.Tests.Web.Alerting;

public sealed class AlertSenderTests
{
    private static readonly AlertMessage message = new(null, "this is a test", 1, Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.Found, 1, false, "status 302")]
    [InlineData(HttpStatusCode.NotFound, 1, false, "status 404")]
    [InlineData(HttpStatusCode.BadGateway, 2, true, "status 200, attempt 2")]
    [InlineData(HttpStatusCode.TooManyRequests, 2, true, "status 200, attempt 2")]
    public async Task What_the_service_answers_decides_whether_it_is_asked_again_and_no_redirect_is_followed(HttpStatusCode answer, int calls, bool isDelivered, string outcome)
    {
        await using var journal = await JournalFixture.OpenAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answers.Enqueue(answer);

        var delivery = await SendAsync(journal, new AlertTarget(AlertChannel.Webhook, receiver.Url));

        Assert.Equal((calls, isDelivered, outcome), (receiver.Calls.Count, delivery.IsDelivered, delivery.Outcome));
    }

    [Theory]
    [InlineData("http://10.0.0.1:9/hooks")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://[fd00::1]/hooks")]
    public async Task A_private_address_is_refused_at_the_connection_and_the_delivery_log_says_so_without_the_path(string url)
    {
        await using var journal = await JournalFixture.OpenAsync();

        var delivery = await SendAsync(journal, new AlertTarget(AlertChannel.Slack, new Uri($"{url}/{WebhookReceiver.Secret}")));

        Assert.Equal((false, "refused: the host's name resolves to a private, link-local or reserved address"), (delivery.IsDelivered, delivery.Outcome));
        var row = Assert.Single(await journal.Services.GetRequiredService<AlertJournal>().DeliveriesAsync(10, Cancel));
        Assert.Equal("slack", row.Channel);
        Assert.DoesNotContain(WebhookReceiver.Secret, $"{row}", StringComparison.Ordinal);
    }

    private static async Task<AlertDelivery> SendAsync(JournalFixture journal, AlertTarget target)
    {
        using var sender = new AlertSender(new AlertSettings([target], null), journal.Services.GetRequiredService<AlertJournal>(), TimeProvider.System);
        return await sender.TellAsync(target, message, Cancel);
    }
}
