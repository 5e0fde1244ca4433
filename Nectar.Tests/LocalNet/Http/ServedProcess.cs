using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>The command as a process of its own, with what it printed.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> errors = new();

    private ServedProcess(Process process) => this.process = process;

    public string Errors => string.Join('\n', errors);

    /// <summary>Starts it; it takes a free port where no switch names one.</summary>
    public static ServedProcess Start(params string[] switches)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nectar.LocalNet.dll"), .. switches.Contains("--port") ? switches : ["--port", "0", .. switches]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var served = new ServedProcess(Process.Start(start)!);
        served.process.OutputDataReceived += (_, line) => served.Hear(line.Data);
        served.process.ErrorDataReceived += (_, line) => served.errors.Enqueue(line.Data ?? "");
        served.process.BeginOutputReadLine();
        served.process.BeginErrorReadLine();
        return served;
    }

    /// <summary>Whether this process ignores SIGINT, as a shell's background jobs do and all that they start.</summary>
    public static bool InterruptIsIgnored => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var line
        && (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;

    /// <summary>The URL that it printed.</summary>
    public Task<Uri> UrlAsync(CancellationToken cancel) => listening.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, cancel);

    /// <summary>Waits for its end.</summary>
    /// <param name="signal">What it is sent, or null where it ends by itself.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(string? signal, CancellationToken cancel)
    {
        if (signal is not null)
        {
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancel);
        }

        await process.WaitForExitAsync(cancel).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, cancel);
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
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException($"it ended without a URL: {Errors}"));
        }
        else if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["RPC", var url, ..])
        {
            listening.TrySetResult(new Uri(url));
        }
    }
}
