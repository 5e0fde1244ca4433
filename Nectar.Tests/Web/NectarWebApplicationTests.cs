using System.Net;
using Microsoft.AspNetCore.Hosting;
using Nectar.Web;

namespace Nectar.Tests.Web;

public sealed class NectarWebApplicationTests
{
    [Fact]
    public async Task The_application_starts_and_says_that_it_is_healthy()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var application = new NectarWebApplication([], b => b.WebHost.UseUrls("http://127.0.0.1:0"));
        await application.StartAsync(cancel);
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(application.Urls.Single() + "/healthz"), cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(cancel));
    }
}
