using System.Text.RegularExpressions;

namespace Nectar.Tests.Web.Hosting;

/// <summary>Files as they go over the wire.</summary>
public sealed partial class StaticFilesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_styles_and_scripts_are_compressed(string encoding)
    {
        await using var web = await WebFixture.StartAsync();
        var page = await web.Http.GetStringAsync(new Uri("/vault", UriKind.Relative), Cancel);
        string[] files = ["vault", .. References().Matches(page).Select(m => m.Groups[1].Value).Where(f => !f.EndsWith(".woff2", StringComparison.Ordinal))];

        Assert.InRange(files.Length, 6, 20);
        foreach (var file in files)
        {
            using var answer = await AskAsync(web, file, encoding);
            Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        }
    }

    [Theory]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", 43_000)]
    [InlineData("_framework/blazor.web.js", 48_000)]
    [InlineData("lib/signalr.min.js", 12_500)]
    [InlineData("js/log.js", 4_096)]
    [InlineData("js/islands.js", 4_096)]
    [InlineData("js/wallet/freighter.js", 4_096)]
    [InlineData("js/wallet/practice.js", 4_096)]
    [InlineData("fonts/geist-mono.woff2", 23_128)]
    public async Task A_file_keeps_its_budget(string file, int budget)
    {
        await using var web = await WebFixture.StartAsync();
        using var answer = await AskAsync(web, file, "br");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length, 1, budget);
    }

    [Fact]
    public async Task What_has_a_fingerprint_in_its_name_is_kept_for_good_and_all_else_is_asked_for_again()
    {
        await using var web = await WebFixture.StartAsync();
        var page = await web.Http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        var css = References().Matches(page).Select(m => m.Groups[1].Value).Single(f => f.StartsWith("css/site.", StringComparison.Ordinal));

        using var named = await AskAsync(web, css, "br");
        using var plain = await AskAsync(web, "css/site.css", "br");

        Assert.Contains("immutable", named.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", plain.Headers.GetValues("Cache-Control").Single());
    }

    private static async Task<HttpResponseMessage> AskAsync(WebFixture web, string file, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{file}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await web.Http.SendAsync(request, Cancel);
    }

    [GeneratedRegex("""<(?:link|script)[^>]*(?:href|src)="([^"]+\.(?:css|js)[^"]*)""")]
    private static partial Regex References();
}
