using Microsoft.AspNetCore.HttpOverrides;

namespace Nectar.Web.Hosting;

/// <summary>
/// Who asks, by what scheme and under what name, where a proxy passes requests on: as its <c>X-Forwarded-For</c>,
/// <c>-Proto</c> and <c>-Host</c> say. Anybody can send those, so that only the word of proxies named by configuration counts.
/// </summary>
internal static class TrustedProxies
{
    /// <summary>Takes their word from here on.</summary>
    /// <param name="app">The application.</param>
    /// <param name="proxies">Where they are; with none the headers mean nothing.</param>
    public static void UseNectarProxies(this IApplicationBuilder app, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }

        // From the nearest on, back to the first that is not one of them.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
