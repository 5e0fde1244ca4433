using Microsoft.Extensions.Diagnostics.HealthChecks;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Hosting;

/// <summary>Whether the network is there and every keeper of this process has looked at it of late.</summary>
internal sealed class KeepersHealthCheck(NetworkStart start, KeeperBoard board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (start.Network is not { } network)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(start.Fault ?? $"the network is not ready: {start.Doing}"));
        }

        var silent = network.Keepers.Select(k => (k.Name, Reading: board.Read(k.Account))).Where(k => k.Reading is not Reading<KeeperView>.Live)
            .Select(k => $"{k.Name}: {WhyOf(k.Reading)}").ToList();
        return Task.FromResult(silent.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join("; ", silent)));
    }

    private static string WhyOf(Reading<KeeperView> reading) => reading switch
    {
        Reading<KeeperView>.Stale r => $"no look for {Shown.Age(r.Age)}: {r.Reason}",
        Reading<KeeperView>.Unavailable r => r.Reason,
        Reading<KeeperView>.Loading r => r.Doing,
        _ => "",
    };
}
