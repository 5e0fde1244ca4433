using Microsoft.AspNetCore.Antiforgery;
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

    /// <summary>A form that another site forged, or whose page is from before the last sign-in, is told so: its refusal has no body of its own.</summary>
    public static void UseFormRefusals(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            await context.Response.WriteAsync("Not done: the form's token is missing or no longer counts. Load the page again and send the form anew.", context.RequestAborted);
        }
    });
}
