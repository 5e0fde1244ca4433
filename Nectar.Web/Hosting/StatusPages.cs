using Microsoft.AspNetCore.Diagnostics;

namespace Nectar.Web.Hosting;

/// <summary>Who gets a page when something is not there.</summary>
internal static class StatusPages
{
    /// <summary>Programs get the bare status: whatever asks for the API, or does more than read.</summary>
    public static void UseBareStatusForPrograms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isProgram = !HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (isProgram && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    });
}
