using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.Web.Hosting;

/// <summary>What runs in the background, and how the process ends.</summary>
internal static class HostingServices
{
    // A keeper may need 30 s to bring the case in hand to a safe state.
    private static readonly TimeSpan stopWithin = TimeSpan.FromSeconds(35);

    /// <summary>Adds the network, its keepers, health and the rest of the host.</summary>
    public static IServiceCollection AddNectarHosting(this IServiceCollection services, Configuration configuration)
    {
        services.AddSingleton(configuration);
        services.AddSingleton(configuration.Environment);
        services.AddSingleton<JournalFile>();
        services.AddSingleton<StartFault>();
        services.Configure<HostOptions>(o => o.ShutdownTimeout = stopWithin);
        // No page reflects a secret, so that compression gives nothing away.
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html", "application/json", "text/plain"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddNectarHealth();
        services.AddHostedService<KeeperHostedService>();
        if (configuration.Environment.Keeper is not null)
        {
            services.AddNectarSorobanServer(o =>
            {
                foreach (var endpoint in configuration.Environment.SorobanRpc)
                {
                    o.Endpoints.Add(endpoint);
                }
            });
            services.AddHostedService<PublicNetworkHostedService>();
        }
        else
        {
            services.AddSingleton<EmbeddedRpc>();
            services.AddHostedService<EmbeddedNetworkHostedService>();
        }

        return services;
    }
}
