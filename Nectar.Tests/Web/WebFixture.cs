using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web;
using Nectar.Web.Alerting;
using Nectar.Web.Hosting;
using Nectar.Web.Live;
using Nectar.Web.Operators;
using Nectar.Web.Sandbox;
using Nectar.Web.Telemetry;

namespace Nectar.Tests.Web;

/// <summary>The real application on a free port with a journal of its own; only the chain is a sample's.</summary>
internal sealed class WebFixture : IAsyncDisposable
{
    private readonly NectarWebApplication application;
    private readonly string folder;

    private WebFixture(NectarWebApplication application, string folder) => (this.application, this.folder) = (application, folder);

    public HttpClient Http { get; } = new();

    public Uri Address => new(application.Urls.Single());

    public IKeeperJournal Journal => application.Services.GetRequiredService<IKeeperJournal>();

    public IServiceProvider Services => application.Services;

    /// <summary>Starts it.</summary>
    /// <param name="reader">What the vault shows.</param>
    /// <param name="maxClients">Live clients of a kind.</param>
    /// <param name="isReady">Whether the network is ready from the start.</param>
    /// <param name="network">A real network instead of the sample's; it is read by the real reader.</param>
    /// <param name="operators">Who may act; nobody by default.</param>
    /// <param name="alerts">Where alerts go; nowhere by default.</param>
    /// <param name="configure">A test's last word on the builder.</param>
    /// <param name="proxies">Proxies whose word counts; none by default.</param>
    /// <param name="sandbox">What visitors may try; by default as where no variable says otherwise.</param>
    /// <param name="telemetry">Whether traces and metrics are sent; nowhere by default.</param>
    public static async Task<WebFixture> StartAsync(
        IVaultReader? reader = null, int maxClients = 100, bool isReady = true, NetworkInUse? network = null, OperatorSettings? operators = null, AlertSettings? alerts = null, Action<WebApplicationBuilder>? configure = null,
        IReadOnlyList<IPNetwork>? proxies = null, SandboxSettings? sandbox = null, TelemetrySettings? telemetry = null)
    {
        var folder = Directory.CreateTempSubdirectory("nectar-web-").FullName;
        var configuration = new Configuration(new KeeperEnvironment(), new WebSettings(folder, maxClients) { Proxies = proxies ?? [] }) { Operators = operators ?? OperatorSettings.None, Alerts = alerts ?? AlertSettings.None, Sandbox = sandbox ?? new(), Telemetry = telemetry ?? TelemetrySettings.None };
        var application = new NectarWebApplication(configuration, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            if (network is null)
            {
                builder.Services.Replace(ServiceDescriptor.Singleton(reader ?? new SampleVaultReader()));
            }

            LeaveOutTheEmbeddedNetwork(builder);
            configure?.Invoke(builder);
        });
        if (isReady)
        {
            application.Services.GetRequiredService<NetworkStart>().Complete(network ?? Samples.Network());
        }

        await application.StartAsync(TestContext.Current.CancellationToken);
        var fixture = new WebFixture(application, folder);
        fixture.Http.BaseAddress = fixture.Address;
        return fixture;
    }

    /// <summary>Waits until the vault has been read.</summary>
    public async Task WhenVaultIsReadAsync()
    {
        var watch = Services.GetRequiredService<VaultWatch>();
        while (watch.Read() is not Reading<VaultPicture>.Live)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static void LeaveOutTheEmbeddedNetwork(WebApplicationBuilder builder)
    {
        foreach (var service in builder.Services
            .Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == "Nectar.Web.Hosting").ToList())
        {
            builder.Services.Remove(service);
        }
    }
}
