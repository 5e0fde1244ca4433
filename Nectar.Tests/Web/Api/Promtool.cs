using System.Diagnostics;

namespace Nectar.Tests.Web.Api;

/// <summary>Prometheus's own check of rules and metrics. Where the machine has none, a test is left out and says so.</summary>
internal static class Promtool
{
    /// <summary>Runs it.</summary>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The exit code, and all that it wrote.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string input, params string[] arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Skip("no promtool: it is in the package prometheus");
        }

        var cancel = TestContext.Current.CancellationToken;
        using var run = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(run.StandardOutput.ReadToEndAsync(cancel), run.StandardError.ReadToEndAsync(cancel));
        await run.StandardInput.WriteAsync(input.AsMemory(), cancel);
        run.StandardInput.Close();
        await run.WaitForExitAsync(cancel);
        return (run.ExitCode, string.Concat(await said));
    }
}
