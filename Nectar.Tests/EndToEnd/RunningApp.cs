using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Nectar.Tests.EndToEnd;

/// <summary>
/// The built application as a process of its own: as a newcomer starts it, with no variables but a free port and a folder,
/// or with those that a test sets.
/// </summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly Process process;
    private readonly bool isFolderKept;
    private readonly ConcurrentQueue<string> errors = new();

    private RunningApp(Process process, string folder, bool isFolderKept, Uri address, long started) =>
        (this.process, Folder, this.isFolderKept, Address, Started) = (process, folder, isFolderKept, address, started);

    public Uri Address { get; }

    /// <summary>Where its journal lies.</summary>
    public string Folder { get; }

    /// <summary>When it was started, a time stamp of <see cref="TimeProvider.System"/>.</summary>
    public long Started { get; }

    /// <summary>Whether it still runs.</summary>
    public bool IsUp => !process.HasExited;

    /// <summary>Its process.</summary>
    public int Id => process.Id;

    /// <summary>What it wrote to standard error, less what is empty.</summary>
    public IEnumerable<string> Errors => errors.Where(l => l.Length > 0);

    /// <summary>Waits until it ends by itself, and all that it wrote was read.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WhenEndedAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Processor time so far, and the memory that it has now, in bytes.</summary>
    public (TimeSpan Processor, long Memory) Usage()
    {
        process.Refresh();
        return (process.TotalProcessorTime, process.WorkingSet64);
    }

    /// <summary>Starts it.</summary>
    /// <param name="variables">More variables.</param>
    /// <param name="keptFolder">Where its journal lies, kept for its next life; by default a folder that goes with it.</param>
    /// <param name="program">The program; by default the one beside the tests.</param>
    /// <param name="under">What a shell does before, ending with what it becomes, as <c>exec taskset -c 0</c>; by default nothing.</param>
    /// <param name="port">Where it listens; by default a port that is free.</param>
    public static RunningApp Start(
        IReadOnlyDictionary<string, string>? variables = null, string? keptFolder = null, string? program = null, string? under = null, int? port = null)
    {
        var folder = keptFolder ?? Directory.CreateTempSubdirectory("nectar-app-").FullName;
        port ??= FreePort();
        program ??= Path.Combine(AppContext.BaseDirectory, "Nectar.Web.dll");
        var start = under is null ? new ProcessStartInfo("dotnet", [program]) : new ProcessStartInfo("/bin/sh", ["-c", $"{under} dotnet {program}"]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        start.Environment["API_PORT"] = port.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["NECTAR_DATA"] = folder;
        foreach (var name in new[] { "KEEPER_SECRET", "REGISTRY_CONTRACT", "VAULT_CONTRACT", "BLEND_POOL" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var started = TimeProvider.System.GetTimestamp();
        var process = Process.Start(start)!;
        var app = new RunningApp(process, folder, keptFolder is not null, new Uri($"http://localhost:{port}"), started);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => app.errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return app;
    }

    /// <summary>Waits until it answers.</summary>
    public async Task WhenUpAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/healthz"), cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancel);
        }
    }

    /// <summary>Tells it to stop as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancel)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Kills it at once, as <c>kill -9</c> does, and returns when nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        if (!isFolderKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
