using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Wires the RPC client.</summary>
public static class SorobanRpcServices
{
    internal const string Reads = "soroban-reads";
    internal const string Sends = "soroban-sends";

    // A page of ledgers with all their metadata is tens of megabytes at the worst.
    private const long MaxResponseBytes = 256L << 20;

    /// <summary>Adds <see cref="ISorobanServer"/> over HTTP, with what <see cref="SorobanServerOptions"/> say.</summary>
    public static IServiceCollection AddNectarSorobanServer(this IServiceCollection services, Action<SorobanServerOptions> configure)
    {
        services.AddOptions<SorobanServerOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SorobanServerOptions>, SorobanServerOptionsValidator>();
        services.AddSingleton(p => new EndpointRotation([.. OptionsOf(p).Endpoints]));
        services.AddTransient<EndpointHandler>();

        // The order is outside in: the pipeline repeats what the endpoint handler then sends to the server in turn.
        services.AddClient(Reads).AddResilienceHandler("reads", AddReadPipeline);
        services.AddClient(Sends).AddResilienceHandler("sends", AddTimeout);
        services.AddHttpClient(Reads).AddHttpMessageHandler<EndpointHandler>();
        services.AddHttpClient(Sends).AddHttpMessageHandler<EndpointHandler>();

        services.AddSingleton<ISorobanServer>(p =>
        {
            var clients = p.GetRequiredService<IHttpClientFactory>();
            return new SorobanServer(clients.CreateClient(Reads), clients.CreateClient(Sends));
        });
        return services;
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name) =>
        services
            .AddHttpClient(name, (p, client) =>
            {
                var options = OptionsOf(p);
                client.BaseAddress = options.Endpoints[0];
                client.MaxResponseContentBufferSize = MaxResponseBytes;
                // The pipeline times each attempt until its headers; this is for a body that never ends.
                client.Timeout = options.RequestTimeout * (options.ReadRetries + 2);
            })
            // The clients live as long as the program, so that it is the connections that have to be renewed.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5));

    private static void AddReadPipeline(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context)
    {
        var options = OptionsOf(context.ServiceProvider);
        builder.TimeProvider = context.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        if (options.ReadRetries > 0)
        {
            builder.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.ReadRetries,
                Delay = options.FirstRetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        builder.AddTimeout(options.RequestTimeout);
    }

    // No strategy here may ever repeat: a transaction sent twice is the sender's decision, after it has looked.
    private static void AddTimeout(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context)
    {
        builder.TimeProvider = context.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        builder.AddTimeout(OptionsOf(context.ServiceProvider).RequestTimeout);
    }

    private static SorobanServerOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SorobanServerOptions>>().Value;
}
