using System.Globalization;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;

namespace Nectar.Core.Operators;

/// <summary>Whether an operator's action is done. There is no other way.</summary>
public abstract record ActionDecision
{
    private ActionDecision()
    {
    }

    /// <summary>Somebody was faster, so that the settings are no longer those that the operator saw.</summary>
    public static Refused Outdated { get; } = new("somebody changed the settings meanwhile: look at them again");

    /// <summary>Decides.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="keeper">The keeper's name, which has to be typed to confirm.</param>
    /// <param name="now">Its settings as they are.</param>
    public static ActionDecision Decide(ActionRequest request, string keeper, KeeperSettings now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(now);
        if (request.Confirmation != keeper)
        {
            return new Refused($"to confirm, the keeper's name must be typed as it is: {keeper}");
        }

        if (request.Version != now.Version)
        {
            return Outdated;
        }

        return request.Action switch
        {
            OperatorAction.Pause => Of(now, now with { IsPaused = true }),
            OperatorAction.Resume => Of(now, now with { IsPaused = false }),
            OperatorAction.StartDryRun => Of(now, now with { IsDryRun = true }),
            OperatorAction.EndDryRun => Of(now, now with { IsDryRun = false }),
            OperatorAction.SetMinProfit => ParseMinProfit(request.Value) is { } ratio && KeeperSettings.IsAllowed(ratio)
                ? Of(now, now with { MinProfit = ratio })
                : new Refused($"minimum profit '{Short(request.Value)}': {KeeperSettings.MinProfitRule}"),
            OperatorAction.SetPollInterval => int.TryParse(request.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && KeeperSettings.IsAllowed(TimeSpan.FromSeconds(seconds))
                ? Of(now, now with { PollInterval = TimeSpan.FromSeconds(seconds) })
                : new Refused(string.Create(CultureInfo.InvariantCulture, $"poll interval '{Short(request.Value)}': must be a whole number of seconds from {KeeperSettings.LeastPollSeconds} to {KeeperSettings.MostPollSeconds}")),
            _ => new Refused("there is no such action"),
        };
    }

    /// <summary>It is done.</summary>
    /// <param name="Next">The settings from now on.</param>
    public sealed record Done(KeeperSettings Next) : ActionDecision;

    /// <summary>It is not done.</summary>
    /// <param name="Reason">Why, with the value and the rule.</param>
    public sealed record Refused(string Reason) : ActionDecision;

    private static ActionDecision Of(KeeperSettings now, KeeperSettings next) =>
        next == now ? new Refused($"nothing to change: it is {now} already") : new Done(next with { Version = now.Version + 1 });

    private static Ratio? ParseMinProfit(string text)
    {
        try
        {
            return Ratio.Parse(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;
}
