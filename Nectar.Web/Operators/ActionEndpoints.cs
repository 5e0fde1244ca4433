using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Nectar.Core.Operators;
using Nectar.Web.Live;

namespace Nectar.Web.Operators;

/// <summary><c>POST /console/keepers/{account}</c>: an operator's action on a keeper of this process.</summary>
internal sealed class ActionEndpoints(NetworkStart start, KeeperControls controls, NoticeBook notices)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/console/keepers/{account}", (
            ActionEndpoints e, HttpContext context, string account, [FromForm] string? action, [FromForm] string? value, [FromForm] string? confirmation, [FromForm] string? version) =>
            e.ActAsync(context, account, action, value, confirmation, version))
        .RequireRole(OperatorRole.Operator);

    private async Task<IResult> ActAsync(HttpContext context, string account, string? action, string? value, string? confirmation, string? version)
    {
        if (start.Network?.Keepers.FirstOrDefault(k => k.Account.ToString() == account) is not { } keeper)
        {
            return TypedResults.NotFound();
        }

        if (!Enum.TryParse<OperatorAction>(action, out var what) || !Enum.IsDefined(what) || !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return TypedResults.BadRequest();
        }

        var request = new ActionRequest(what, value?.Trim() ?? "", confirmation?.Trim() ?? "", seen);
        var notice = await controls.ActAsync(keeper, request, OperatorIdentity.NameOf(context.User), context.RequestAborted) switch
        {
            ActionDecision.Done(var next) => new Notice($"Done: {ActionWords.Of(what)}. {keeper.Name} is {next}.", IsProblem: false),
            ActionDecision.Refused(var reason) => new Notice($"Not done: {reason}.", IsProblem: true),
            var other => throw new InvalidOperationException($"{other.GetType()} is no decision"),
        };
        return notices.Show(notice);
    }
}
