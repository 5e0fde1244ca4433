using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nectar.Benchmarks.Load;

/// <summary>The built app on one core and 512 MB, on its embedded network.</summary>
internal sealed class ConfinedApp : IDisposable
{
    private const long Memory = 512 * 1_048_576;
    private readonly Process process;
    private readonly MemoryLimit? limit = MemoryLimit.TryMake(Memory);
    private readonly string folder = Directory.CreateTempSubdirectory("nectar-load-").FullName;

    public ConfinedApp()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        }

        var app = Path.Combine(AppContext.BaseDirectory, "Nectar.Web.dll");
        var enter = limit is null ? "" : $"echo $$ > {limit.Door} && ";
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{enter}exec taskset -c 0 dotnet {app}"]) { RedirectStandardOutput = true };
        start.Environment["API_PORT"] = Address.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["NECTAR_DATA"] = folder;
        if (limit is null)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = (Memory * 3 / 4).ToString("x", CultureInfo.InvariantCulture);
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("sh cannot be started");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    /// <summary>What confines it, in words.</summary>
    public string Confined => $"core 0 by taskset, memory by {limit?.Kind ?? "the heap's hard limit of 384 MB"}";

    /// <summary>Whether it still runs.</summary>
    public bool IsUp => !process.HasExited;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now and at its peak, in MB.</summary>
    public (long Now, long Peak) Resident
    {
        get
        {
            var lines = File.ReadLines($"/proc/{process.Id}/status").Select(l => l.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToList();
            long Of(string name) => long.Parse(lines.Single(l => l[0] == name)[1], CultureInfo.InvariantCulture) / 1024;
            return (Of("VmRSS"), Of("VmHWM"));
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        limit?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
