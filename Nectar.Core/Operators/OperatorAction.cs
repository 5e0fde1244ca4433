namespace Nectar.Core.Operators;

/// <summary>What an operator may do to a keeper.</summary>
public enum OperatorAction
{
    /// <summary>It begins nothing new.</summary>
    Pause,

    /// <summary>It begins new cases again.</summary>
    Resume,

    /// <summary>It tells what it would send, and sends nothing.</summary>
    StartDryRun,

    /// <summary>It sends again.</summary>
    EndDryRun,

    /// <summary>Changes what a fill must bring for each unit of cost.</summary>
    SetMinProfit,

    /// <summary>Changes the longest pause between two looks.</summary>
    SetPollInterval,
}
