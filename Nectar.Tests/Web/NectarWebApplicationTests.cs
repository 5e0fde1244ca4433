using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nectar.Core.Keeper;
using Nectar.Web;
using Nectar.Web.Hosting;

namespace Nectar.Tests.Web;

public sealed class NectarWebApplicationTests
{
    [Fact]
    public async Task What_is_told_to_stop_before_its_start_has_ended_ends_in_order_with_its_faults()
    {
        var folder = Directory.CreateTempSubdirectory("nectar-web-");
        try
        {
            var begun = new Begun();
            await using var application = new NectarWebApplication(
                new Configuration(new KeeperEnvironment(), new WebSettings(folder.FullName, 100)),
                builder =>
                {
                    builder.WebHost.UseUrls("http://127.0.0.1:0");
                    builder.Logging.ClearProviders();
                    builder.Services.AddHostedService(_ => begun);
                    builder.Services.AddHostedService<FaultAtStart>();
                });

            await application.RunAsync();

            Assert.Equal(["VAULT_CONTRACT=C: must be another"], application.Faults);
            Assert.True(begun.HasStopped);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Begun : IHostedService
    {
        public bool HasStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            HasStopped = true;
            return Task.CompletedTask;
        }
    }

    private sealed class FaultAtStart(StartFault fault) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            fault.Stop(["VAULT_CONTRACT=C: must be another"]);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
