using Microsoft.AspNetCore.Mvc;
using Nectar.Web.Live;

namespace Nectar.Web.Sandbox;

/// <summary><c>POST /sandbox</c> starts a run, <c>POST /sandbox/{id}/stop</c> ends one. Both are forms of pages.</summary>
internal static class SandboxEndpoints
{
    /// <summary>The rule for how often one address may start.</summary>
    public const string Limit = "sandbox";

    /// <summary>Maps them. Forms carry a token against requests forged by other sites; one without it is refused.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox", Begin).RequireRateLimiting(Limit);
        routes.MapPost("/sandbox/{id}/stop", Stop);
    }

    private static IResult Begin(HttpContext context, SandboxBook book, [FromForm] string? asset, [FromForm] string? percent, [FromForm] string? seed)
    {
        if (Shock.Read(asset, percent, seed) is not ShockReading.Ok(var shock))
        {
            return BackToForm("values");
        }

        return book.Begin(shock, AddressLimit.AddressOf(context).ToString()) switch
        {
            (Admission.Granted, { } run) => TypedResults.Redirect($"/sandbox/{run.Id}"),
            (Admission.HasOne(var id), _) => TypedResults.Redirect($"/sandbox/{id}?refused=one"),
            (Admission.Full, _) => BackToForm("full"),
            _ => TypedResults.NotFound(),
        };

        // With what was typed, so that nothing has to be typed again; the page reads it anew and says what is wrong with it.
        IResult BackToForm(string refused) => TypedResults.Redirect($"/sandbox{QueryString.Create(
            new Dictionary<string, string?> { ["asset"] = asset, ["percent"] = percent, ["seed"] = seed, ["refused"] = refused })}");
    }

    private static IResult Stop(SandboxBook book, string id) => book.Stop(id) ? TypedResults.Redirect($"/sandbox/{id}") : TypedResults.NotFound();
}
