using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nectar.Benchmarks.Keeper;

/// <summary>The built app, started with no variables but a free port and a folder of its own.</summary>
internal sealed class AppProcess : IDisposable
{
    private readonly Process process;

    public AppProcess()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        }

        Folder = Directory.CreateTempSubdirectory("nectar-bench-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nectar.Web.dll")]) { RedirectStandardOutput = true };
        start.Environment["API_PORT"] = Address.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["NECTAR_DATA"] = Folder;
        Started = TimeProvider.System.GetTimestamp();
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    public string Folder { get; }

    public long Started { get; }

    /// <summary>Processor time so far, and the memory that it has now, in bytes.</summary>
    public (TimeSpan Processor, long Memory) Usage()
    {
        process.Refresh();
        return (process.TotalProcessorTime, process.WorkingSet64);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
