using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.Tests.Support;

/// <summary>The real client, wired as in production, before a scripted server and a clock that the test drives.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly ServiceProvider services;

    public ScriptedServer(Action<SorobanServerOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddNectarSorobanServer(o =>
        {
            o.Endpoints.Add(new Uri("http://first.example/"));
            o.Endpoints.Add(new Uri("http://second.example/"));
            configure?.Invoke(o);
        });
        foreach (var name in new[] { SorobanRpcServices.Reads, SorobanRpcServices.Sends })
        {
            collection.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => Rpc);
        }

        services = collection.BuildServiceProvider();
        Server = services.GetRequiredService<ISorobanServer>();
    }

    public FakeTimeProvider Time { get; } = new();

    public ScriptedRpc Rpc { get; } = new();

    public ISorobanServer Server { get; }

    /// <summary>Lets time pass until the task ends; nothing else drives this clock.</summary>
    public async Task<T> Drive<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        return await task;
    }

    public void Dispose() => services.Dispose();
}
