namespace Nectar.Tests.Web.Components;

/// <summary>The parts of pages that browsers ask for again and again.</summary>
public sealed class RenewalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/live/home")]
    [InlineData("/live/vault")]
    [InlineData("/live/performance")]
    [InlineData("/live/features")]
    [InlineData("/live/console")]
    public async Task One_rendering_serves_all_who_ask_within_a_second_each_in_an_encoding_it_understands_and_with_the_policy(string path)
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();

        var kept = 0;
        foreach (var encoding in new[] { "br", "gzip", "br", "gzip", "br", "gzip" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var answer = await web.Http.SendAsync(request, Cancel);
            Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
            Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            kept += answer.Headers.Age is null ? 0 : 1;
        }

        // Of six answers within a second the first of each encoding is made, and at most one more of each where a slow machine takes longer.
        Assert.InRange(kept, 1, 4);
    }
}
