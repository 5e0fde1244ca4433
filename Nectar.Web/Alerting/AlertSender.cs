using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;

namespace Nectar.Web.Alerting;

/// <summary>
/// Takes alerts to their targets and writes down what became of each. It follows no redirect and connects to no address
/// that <see cref="AlertUrl"/> does not allow, whatever a name resolves to at that moment. The client writes no log of its
/// own, since that would hold the URLs.
/// </summary>
internal sealed class AlertSender : IDisposable
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);
    private readonly AlertSettings settings;
    private readonly AlertJournal journal;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public AlertSender(AlertSettings settings, AlertJournal journal, TimeProvider time)
    {
        (this.settings, this.journal, this.time) = (settings, journal, time);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    /// <summary>Where alerts go.</summary>
    public IReadOnlyList<AlertTarget> Targets => settings.Targets;

    /// <summary>Tells all targets; one that fails keeps no other from hearing of it.</summary>
    public Task TellAsync(AlertMessage message, CancellationToken cancel) => Task.WhenAll(settings.Targets.Select(target => TellAsync(target, message, cancel)));

    /// <summary>Tells one target, with up to three attempts where the network or the service fails, and writes down how it ended.</summary>
    public async Task<AlertDelivery> TellAsync(AlertTarget target, AlertMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(message);
        var body = AlertPayload.Of(target.Channel, message);
        for (var attempt = 1; ; attempt++)
        {
            var (isDelivered, mayTryAgain, outcome) = await PostAsync(target, body, cancel);
            if (isDelivered || !mayTryAgain || attempt == MostAttempts)
            {
                var told = string.Create(CultureInfo.InvariantCulture, $"{outcome}{(attempt > 1 ? $", attempt {attempt}" : "")}");
                var delivery = new AlertDelivery(time.GetUtcNow(), message.Subject, target.Channel.ToString().ToLowerInvariant(), target.Masked, message.Line, isDelivered, told);
                await journal.TellAsync(delivery, cancel);
                return delivery;
            }

            await Task.Delay(pause * attempt, time, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(bool IsDelivered, bool MayTryAgain, string Outcome)> PostAsync(AlertTarget target, string body, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (target.Channel == AlertChannel.Webhook && settings.Secret is { } secret)
            {
                request.Headers.Add("X-Nectar-Signature", $"sha256={AlertPayload.Sign(body, secret)}");
            }

            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)answer.StatusCode;
            return (answer.IsSuccessStatusCode, status is 429 or >= 500, string.Create(CultureInfo.InvariantCulture, $"status {status}"));
        }
        catch (HttpRequestException e)
        {
            // Its kind, not its words: those may repeat the address.
            return (false, e.InnerException is not AddressRefusedException, e.InnerException is AddressRefusedException refused ? refused.Message : $"no connection: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (false, true, "no answer within 10 s");
        }
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var isLoopback = context.InitialRequestMessage.RequestUri is { IsLoopback: true };
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        if (addresses.Length == 0 || addresses.Any(a => !AlertUrl.IsAllowed(a, isLoopback)))
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To what was checked: the name is not asked for again.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException() : IOException("refused: the host's name resolves to a private, link-local or reserved address");
}
