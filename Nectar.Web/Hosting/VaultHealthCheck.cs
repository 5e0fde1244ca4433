using Microsoft.Extensions.Diagnostics.HealthChecks;
using Nectar.Web.Live;

namespace Nectar.Web.Hosting;

/// <summary>Whether the vault has been read of late.</summary>
internal sealed class VaultHealthCheck(VaultWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Read() switch
        {
            Reading<VaultPicture>.Live => HealthCheckResult.Healthy(),
            Reading<VaultPicture>.Stale r => HealthCheckResult.Unhealthy($"last read {Shown.Age(r.Age)} ago: {r.Reason}"),
            Reading<VaultPicture>.Unavailable r => HealthCheckResult.Unhealthy(r.Reason),
            Reading<VaultPicture>.Loading r => HealthCheckResult.Unhealthy($"not read yet: {r.Doing}"),
            _ => HealthCheckResult.Unhealthy(),
        });
}
