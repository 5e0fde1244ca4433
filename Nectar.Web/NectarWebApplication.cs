using Nectar.Core.Journal;
using Nectar.Web.Alerting;
using Nectar.Web.Api;
using Nectar.Web.Components;
using Nectar.Web.Hosting;
using Nectar.Web.Live;
using Nectar.Web.Operators;
using Nectar.Web.Sandbox;
using Nectar.Web.Telemetry;

namespace Nectar.Web;

/// <summary>
/// The composition root: a list of what each room adds and maps, nothing else. Tests start it with the real wiring and
/// change only what they name.
/// </summary>
internal sealed class NectarWebApplication : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="configuration">What variables say.</param>
    /// <param name="configure">A test's last word on the builder.</param>
    public NectarWebApplication(Configuration configuration, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(NectarWebApplication).Assembly.GetName().Name,
            // Files lie beside the program, wherever it was called from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        // A built program serves its files as a published one does: compressed, and kept by browsers where the name holds a fingerprint.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseUrls($"http://*:{configuration.Environment.ApiPort}");
        builder.Logging.AddNectarLevels();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddNectarJournal(o => o.File = configuration.JournalFile);
        builder.Services.AddNectarLive(configuration.Web.MaxClients);
        builder.Services.AddNectarOperators(configuration.Operators);
        builder.Services.AddNectarAlerts(configuration.Alerts);
        builder.Services.AddNectarSandbox(configuration.Sandbox);
        builder.Services.AddNectarApi();
        builder.Services.AddNectarTelemetry(configuration.Telemetry);
        builder.Services.AddNectarPages();
        builder.Services.AddNectarHosting(configuration);
        configure?.Invoke(builder);

        app = builder.Build();
        app.UseNectarProxies(configuration.Web.Proxies);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseNectarSecurityHeaders();
        // What is kept is kept compressed: one rendering and one compression serve everybody who watches.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseBareStatusForPrograms();
        app.UseFormRefusals();
        if (app.Services.GetService<EmbeddedRpc>() is { } network)
        {
            app.Use(network.InvokeAsync);
        }

        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapNectarHealth();
        app.MapNectarApi();
        app.MapNectarLive();
        app.MapNectarOperators();
        app.MapNectarAlerts();
        app.MapNectarSandbox();
        app.MapNectarPages();
    }

    /// <summary>The addresses it listens on, once started.</summary>
    public ICollection<string> Urls => app.Urls;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>What went wrong after the start; empty after a clean end.</summary>
    public IReadOnlyList<string> Faults => app.Services.GetRequiredService<StartFault>().Faults;

    /// <summary>Starts and returns once it listens.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        await app.Services.GetRequiredService<JournalFile>().OpenAsync(cancel);
        await app.StartAsync(cancel);
    }

    /// <summary>Starts and returns once it was told to stop and has.</summary>
    public async Task RunAsync()
    {
        try
        {
            await StartAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop, or found a fault, before the start had ended: what has begun still ends in order.
            await app.StopAsync();
            return;
        }

        await app.WaitForShutdownAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
