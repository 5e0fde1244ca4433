using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Demo;

/// <summary>Something that the market did was not taken.</summary>
internal sealed class DemoFaultException : Exception
{
    /// <summary>Names what was done, by whom, and what became of it.</summary>
    public DemoFaultException(string what, string who, SendOutcome outcome)
        : base($"{who}: {what} ended with {Told(outcome)}")
    {
    }

    private static string Told(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Rejected(var type, var number, var detail, _) => $"{type} #{number}: {detail}",
        SendOutcome.Refused(_, var result, _) => XdrCodec.ToJson(result),
        SendOutcome.OverBudget(var needed, var budget) => $"a fee of {needed} stroops over the budget of {budget}",
        _ => outcome.GetType().Name,
    };
}
