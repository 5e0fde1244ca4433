using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Host;

namespace Nectar.LocalNet.Http;

/// <summary>A network that serves by itself: the network, its accounts, and the HTTP server before it.</summary>
public sealed class LocalNetApplication : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly SorobanHost host;
    private readonly StateFile? file;

    private LocalNetApplication(WebApplication web, SorobanHost host, LocalNetServices services, IReadOnlyList<FundedAccount> accounts, Uri url, StateFile? file)
    {
        this.web = web;
        this.host = host;
        this.file = file;
        (Services, Accounts, Url) = (services, accounts, url);
    }

    /// <summary>The network's services.</summary>
    public LocalNetServices Services { get; }

    /// <summary>The accounts that were funded at the start.</summary>
    public IReadOnlyList<FundedAccount> Accounts { get; }

    /// <summary>Where clients reach it, without a slash at the end of its path.</summary>
    public Uri Url { get; }

    /// <summary>Starts network and server, and returns once it listens.</summary>
    /// <exception cref="IOException">The address cannot be listened on, or the state file not read.</exception>
    /// <exception cref="FormatException">The state file is none, or one of a network with another passphrase.</exception>
    public static async Task<LocalNetApplication> StartAsync(ServeOptions options, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var hostOptions = options.CacheFolder is { } cache ? new SorobanHostOptions { CacheFolder = cache.FullName } : null;
        var host = await Task.Run(() => new SorobanHost(hostOptions), cancel).ConfigureAwait(false);
        var web = Build(options);
        var loggers = web.Services.GetRequiredService<ILoggerFactory>();
        LocalNetwork? network = null;
        try
        {
            network = await LocalNetwork.StartAsync(options.Network, time, host, loggers.CreateLogger<LocalNetwork>(), cancel).ConfigureAwait(false);
            var file = options.StateFile is null ? null : new StateFile(options.StateFile);
            if (file is not null)
            {
                await file.LoadAsync(network, cancel).ConfigureAwait(false);
            }

            var accounts = await FundedAccount.FundAsync(network, options.Accounts, options.Balance, cancel).ConfigureAwait(false);
            var services = new LocalNetServices(network, loggers);
            web.MapLocalNet(services, atRoot: true);
            await web.StartAsync(cancel).ConfigureAwait(false);
            var url = options.PublicUrl ?? UrlOf(web);
            services.Server.FriendbotUrl = new Uri($"{url.ToString().TrimEnd('/')}/friendbot");
            return new LocalNetApplication(web, host, services, accounts, url, file);
        }
        catch
        {
            await web.DisposeAsync().ConfigureAwait(false);
            if (network is not null)
            {
                await network.DisposeAsync().ConfigureAwait(false);
            }

            host.Dispose();
            throw;
        }
    }

    /// <summary>Stops serving, then writes the state file where there is one.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await web.StopAsync(cancel).ConfigureAwait(false);
        if (file is not null)
        {
            await file.SaveAsync(Services.Network, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync().ConfigureAwait(false);
        await Services.Network.DisposeAsync().ConfigureAwait(false);
        host.Dispose();
    }

    private static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Standard output is for what the command prints.
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Address, options.Port);
        });
        return builder.Build();
    }

    // What is listened on is an address; clients, cookies and pages know the machine as localhost.
    private static Uri UrlOf(WebApplication web)
    {
        var bound = new Uri(web.Urls.First());
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{bound.Port}"));
    }
}
