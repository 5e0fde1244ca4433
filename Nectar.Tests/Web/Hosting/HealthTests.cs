using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Hosting;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_network_is_not_there_the_process_lives_and_is_not_ready_and_says_why()
    {
        await using var web = await WebFixture.StartAsync(isReady: false);
        web.Services.GetRequiredService<NetworkStart>().Say("deploying contracts, 3 of 9");

        using var lives = await web.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancel);
        using var ready = await web.Http.GetAsync(new Uri("/readyz", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, lives.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("deploying contracts, 3 of 9", await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_vault_is_read_and_every_keeper_has_looked_it_is_ready()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View());

        using var ready = await web.Http.GetAsync(new Uri("/readyz", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_vault_that_cannot_be_read_is_told_with_its_reason()
    {
        await using var web = await WebFixture.StartAsync(new SampleVaultReader("connection refused"));
        var watch = web.Services.GetRequiredService<VaultWatch>();
        while (watch.Read() is Reading<VaultPicture>.Loading)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        using var ready = await web.Http.GetAsync(new Uri("/readyz", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("connection refused", await ready.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
