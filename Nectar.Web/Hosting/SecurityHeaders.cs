namespace Nectar.Web.Hosting;

/// <summary>What browsers are told not to do with our pages.</summary>
internal static class SecurityHeaders
{
    // Styles in attributes and elements come from the component library; scripts come from files alone.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sets the headers on every answer.</summary>
    public static void UseNectarSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            // Some wallets answer from a window of their own, which must find its opener.
            headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
