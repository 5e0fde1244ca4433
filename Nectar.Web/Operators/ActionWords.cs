using Nectar.Core.Operators;

namespace Nectar.Web.Operators;

/// <summary>An operator's actions in words.</summary>
internal static class ActionWords
{
    /// <summary>As the audit log and the buttons name it.</summary>
    public static string Of(OperatorAction action) => action switch
    {
        OperatorAction.Pause => "pause",
        OperatorAction.Resume => "resume",
        OperatorAction.StartDryRun => "start dry run",
        OperatorAction.EndDryRun => "end dry run",
        OperatorAction.SetMinProfit => "set minimum profit",
        OperatorAction.SetPollInterval => "set poll interval",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "an action without words"),
    };
}
