using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Nectar.Core.Journal;

namespace Nectar.Web.Hosting;

/// <summary>Whether the journal can be read.</summary>
internal sealed class JournalHealthCheck(JournalQueries journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await journal.NewestLinesAsync(1, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
