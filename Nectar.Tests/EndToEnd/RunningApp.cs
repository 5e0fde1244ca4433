using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Nectar.Tests.EndToEnd;

/// <summary>The built application as a process of its own, as a newcomer starts it: no variables but a free port and a folder.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private RunningApp(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static RunningApp Start()
    {
        var folder = Directory.CreateTempSubdirectory("nectar-app-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nectar.Web.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["API_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["NECTAR_DATA"] = folder;
        foreach (var name in new[] { "KEEPER_SECRET", "REGISTRY_CONTRACT", "VAULT_CONTRACT", "BLEND_POOL" })
        {
            start.Environment.Remove(name);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningApp(process, folder, new Uri($"http://localhost:{port}"));
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

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
