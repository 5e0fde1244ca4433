using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Hosting;

public sealed class SecurityHeadersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_answer_tells_browsers_what_not_to_do_with_it_a_refusal_no_less_than_a_page()
    {
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings { Operators = new(new OperatorKey("a key of the tests alone"), []) }, maxClients: 1);
        using var place = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        (int Status, HttpMethod Method, string Path)[] answers =
        [
            (200, HttpMethod.Get, "/"), (200, HttpMethod.Get, "/vault"), (200, HttpMethod.Get, "/live/home"), (200, HttpMethod.Get, "/api/state"), (200, HttpMethod.Get, "/metrics"),
            (200, HttpMethod.Get, "/css/site.css"), (200, HttpMethod.Get, "/console/log.txt"), (204, HttpMethod.Options, "/api/state"), (400, HttpMethod.Get, "/hubs/log"),
            (400, HttpMethod.Get, "/api/history.csv?account=abc"), (400, HttpMethod.Get, "/positions/abc"), (400, HttpMethod.Post, "/console/sign-in"), (401, HttpMethod.Post, $"/console/keepers/{Samples.Alpha}"),
            (404, HttpMethod.Get, "/nothing-here"), (404, HttpMethod.Get, "/api/nothing-here"), (405, HttpMethod.Put, "/api/state"), (503, HttpMethod.Get, "/api/events"), (503, HttpMethod.Get, "/readyz"),
        ];

        foreach (var (status, method, path) in answers)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            using var answer = await web.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);

            Assert.Equal((path, status), (path, (int)answer.StatusCode));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal(("nosniff", "no-referrer"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        }
    }
}
