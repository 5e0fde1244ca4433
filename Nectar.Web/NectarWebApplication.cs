namespace Nectar.Web;

/// <summary>
/// The composition root: a list of what each room adds and maps, nothing else. Tests start it with the real wiring and
/// change only what they name.
/// </summary>
internal sealed class NectarWebApplication : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">A test's last word on the builder.</param>
    public NectarWebApplication(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks();
        configure?.Invoke(builder);

        app = builder.Build();
        app.MapHealthChecks("/healthz");
    }

    /// <summary>The addresses it listens on, once started.</summary>
    public ICollection<string> Urls => app.Urls;

    /// <summary>Starts and returns once it listens.</summary>
    public Task StartAsync(CancellationToken cancel) => app.StartAsync(cancel);

    /// <summary>Starts and returns once it was told to stop.</summary>
    public Task RunAsync() => app.RunAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
