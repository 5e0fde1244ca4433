using System.Globalization;
using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Load;

/// <summary>The built app on one core and 512 MB, on its embedded network.</summary>
internal sealed class ConfinedApp : IAsyncDisposable
{
    private const long Memory = 512 * 1_048_576;
    private readonly MemoryLimit? limit = MemoryLimit.TryMake(Memory);
    private readonly RunningApp app;

    public ConfinedApp(int speed)
    {
        var variables = new Dictionary<string, string> { ["NECTAR_DEMO_SPEED"] = speed.ToString(CultureInfo.InvariantCulture) };
        if (limit is null)
        {
            variables["DOTNET_GCHeapHardLimit"] = (Memory * 3 / 4).ToString("x", CultureInfo.InvariantCulture);
        }

        app = RunningApp.Start(variables, under: $"{(limit is null ? "" : $"echo $$ > {limit.Door} && ")}exec taskset -c 0");
    }

    public Uri Address => app.Address;

    /// <summary>What confines it, in words.</summary>
    public string Confined => $"core 0 by taskset, memory by {limit?.Kind ?? "the heap's hard limit of 384 MB"}";

    /// <summary>Whether it still runs.</summary>
    public bool IsUp => app.IsUp;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor => app.Usage().Processor;

    /// <summary>Resident memory now and at its peak, in MB.</summary>
    public (long Now, long Peak) Resident
    {
        get
        {
            var lines = File.ReadLines($"/proc/{app.Id}/status").Select(l => l.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToList();
            long Of(string name) => long.Parse(lines.Single(l => l[0] == name)[1], CultureInfo.InvariantCulture) / 1024;
            return (Of("VmRSS"), Of("VmHWM"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        limit?.Dispose();
    }
}
