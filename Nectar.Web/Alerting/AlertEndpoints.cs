using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Operators;
using Nectar.Web.Live;
using Nectar.Web.Operators;

namespace Nectar.Web.Alerting;

/// <summary>Setting rules, trying targets, and <c>/console/alerts.json</c> for browsers.</summary>
internal sealed class AlertEndpoints(AlertWatch watch, AlertSender sender, AlertJournal journal, OperatorJournal audit, BrowserAlerts browsers, NoticeBook notices, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/console/alerts.json", (AlertEndpoints e, string? since) => e.After(since));
        routes.MapPost("/console/alerts/rules/{rule}", (
            AlertEndpoints e, HttpContext context, string rule, [FromForm] string? isOn, [FromForm] string? threshold, [FromForm] string? coolOff, [FromForm] string? silence) =>
            e.SetAsync(context, rule, isOn, threshold, coolOff, silence)).RequireRole(OperatorRole.Admin);
        routes.MapPost("/console/alerts/test", (AlertEndpoints e, HttpContext context, [FromForm] string? channel) => e.TestAsync(context, channel))
            .RequireRole(OperatorRole.Operator).RequireRateLimiting(SignInEndpoints.Limit);
    }

    // Without an id, or before the first, nothing is old enough to be told.
    private IResult After(string? since)
    {
        var last = -1L;
        if (since is { Length: > 0 } && !long.TryParse(since, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out last))
        {
            return TypedResults.Text($"since={Shown.Asked(since)}: must be a whole number, the id of the last alert", statusCode: StatusCodes.Status400BadRequest);
        }

        var (lastId, alerts) = browsers.After(last);
        return TypedResults.Json<object>(new { lastId, alerts = alerts.Select(a => new { id = a.Id, text = a.Message.Line }) });
    }

    private async Task<IResult> SetAsync(HttpContext context, string name, string? isOn, string? threshold, string? coolOff, string? silence)
    {
        if (watch.Settings.FirstOrDefault(s => s.Rule.ToString() == name) is not { } before)
        {
            return TypedResults.NotFound();
        }

        if (AlertThreshold.Parse(before.Rule, threshold) is not { } from)
        {
            return notices.Show(new Notice($"Not done: threshold: {AlertThreshold.Rule(before.Rule)}.", IsProblem: true));
        }

        if (!int.TryParse(coolOff?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return notices.Show(new Notice($"Not done: cool-off: {AlertSetting.CoolOffRule}.", IsProblem: true));
        }

        var next = new AlertSetting(before.Rule, isOn == "true", from, TimeSpan.FromSeconds(seconds)) { SilentUntil = SilentUntil(silence, before) };
        if (next.Problem is { } problem)
        {
            return notices.Show(new Notice($"Not done: {problem}.", IsProblem: true));
        }

        var words = AlertMessage.Words(before.Rule);
        await journal.SetAsync(next, new AuditEntry(time.GetUtcNow(), OperatorIdentity.NameOf(context.User), "set alert rule", words, before.ToString(), next.ToString()), context.RequestAborted);
        await watch.LoadAsync(context.RequestAborted);
        return notices.Show(new Notice($"Done: the rule “{words}” is {next}.", IsProblem: false));
    }

    private async Task<IResult> TestAsync(HttpContext context, string? channel)
    {
        if (sender.Targets.FirstOrDefault(t => t.Channel.ToString() == channel) is not { } target)
        {
            return TypedResults.NotFound();
        }

        var who = OperatorIdentity.NameOf(context.User);
        await audit.TellAsync(new AuditEntry(time.GetUtcNow(), who, "test alert", target.ToString(), "", ""), context.RequestAborted);
        var delivery = await sender.TellAsync(target, new AlertMessage(null, "this is a test, nothing happened", 1, time.GetUtcNow()), context.RequestAborted);
        return notices.Show(new Notice($"{(delivery.IsDelivered ? "Delivered" : "Not delivered")} to {target}: {delivery.Outcome}.", !delivery.IsDelivered));
    }

    // Hours from now; 0 ends a silence, and nothing leaves it as it is.
    private DateTimeOffset? SilentUntil(string? hours, AlertSetting before) => hours switch
    {
        "0" => null,
        "1" or "8" or "24" => time.GetUtcNow() + TimeSpan.FromHours(int.Parse(hours, CultureInfo.InvariantCulture)),
        _ => before.SilentUntil,
    };
}
