using System.Diagnostics;

namespace Nectar.Benchmarks.Load;

/// <summary>A crowd before the built app on one core and 512 MB: how late lines come, whether any is lost or doubled, and what it costs.</summary>
internal static class LoadSection
{
    public static async Task RunAsync(LoadPlan plan, TextWriter output, CancellationToken cancel)
    {
        // The crowd stays off the app's core.
        if (Environment.ProcessorCount > 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = (nint)((1L << Environment.ProcessorCount) - 2);
        }

        await using var app = new ConfinedApp(plan.Speed);
        await output.WriteLineAsync($"the app: {app.Confined}; load of the machine before: {(await File.ReadAllTextAsync("/proc/loadavg", cancel))[..14]}");
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var plain = new HttpClient();
        await MarketStart.UntilAsync(app.Address, () => app.IsUp, plain, cancel);
        var (idle, alone) = (await ShareAsync(app, TimeSpan.FromSeconds(15), cancel), app.Resident.Now);
        await output.WriteLineAsync($"with nobody watching: {alone} MB resident, {idle:P0} of its core");

        var viewers = new List<Viewer>();
        while (viewers.Count < plan.Viewers)
        {
            viewers.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(20, plan.Viewers - viewers.Count)).Select(_ => Viewer.OpenAsync(app.Address, cancel))));
        }

        var withViewers = app.Resident.Now;
        var circuits = new List<CircuitVisitor>();
        while (circuits.Count < plan.Circuits)
        {
            circuits.Add(await CircuitVisitor.OpenAsync(plain, app.Address, cancel));
        }

        var since = await viewers[0].NewestAsync(cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var following = viewers.Select(v => v.FollowAsync(since, end.Token)).ToList();
        if (plan.Renews)
        {
            following.AddRange(viewers.Select((v, n) => v.RenewAsync(http, app.Address, TimeSpan.FromMilliseconds(n * 2000.0 / plan.Viewers), end.Token)));
        }

        var withAll = app.Resident.Now;
        var share = await ShareAsync(app, TimeSpan.FromSeconds(plan.Seconds), cancel);
        var resident = app.Resident;
        // What was stamped until now is owed to everybody.
        var last = viewers.Max(v => v.Lines.Count > 0 ? v.Lines[^1].Id : since);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, cancel);
        await end.CancelAsync();
        await Task.WhenAll(following);

        await LoadReport.WriteAsync(output, plan, viewers, circuits, since, last);
        await output.WriteLineAsync($"the app: {share:P0} of its core, {resident.Now} MB resident, {resident.Peak} MB at the most; load of the machine after: {(await File.ReadAllTextAsync("/proc/loadavg", cancel))[..14]}");
        await output.WriteLineAsync($"resident memory that came with a viewer: {(withViewers - alone) * 1024.0 / viewers.Count:N0} KB{(circuits.Count > 0 ? $", with a circuit: {(withAll - withViewers) * 1024.0 / circuits.Count:N0} KB" : "")}; processor time beyond what nobody costs, a line to a viewer: {Math.Max(0, share - idle) * plan.Seconds * 1e6 / ((last - since) * viewers.Count):N0} µs");
        await Task.WhenAll(circuits.Select(c => c.DisposeAsync().AsTask()).Concat(viewers.Select(v => v.DisposeAsync().AsTask())));
    }

    /// <summary>How much of its core the app takes over a while.</summary>
    private static async Task<double> ShareAsync(ConfinedApp app, TimeSpan length, CancellationToken cancel)
    {
        var (before, began) = (app.Processor, TimeProvider.System.GetTimestamp());
        await Task.Delay(length, TimeProvider.System, cancel);
        return (app.Processor - before) / TimeProvider.System.GetElapsedTime(began);
    }
}
