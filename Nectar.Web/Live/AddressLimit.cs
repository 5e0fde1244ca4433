using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Nectar.Web.Live;

/// <summary>How often one address may send a form in a minute; whoever sends more is told when to come back.</summary>
internal static class AddressLimit
{
    /// <summary>Adds a rule for endpoints to name.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="inAMinute">How often.</param>
    public static void AddAddressLimit(this IServiceCollection services, string rule, int inAMinute) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = async (context, cancel) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await context.HttpContext.Response.WriteAsync($"too many attempts, try again in {wait} s", cancel);
        };
        o.AddPolicy(rule, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = inAMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    /// <summary>Who asks, as far as an address says it.</summary>
    public static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
