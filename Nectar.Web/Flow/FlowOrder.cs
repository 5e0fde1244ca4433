using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>What a visitor wants done. There is no other way.</summary>
public abstract record FlowOrder
{
    private FlowOrder()
    {
    }

    /// <summary>USDC in, shares out.</summary>
    public sealed record Deposit(Usdc Amount) : FlowOrder;

    /// <summary>Shares in, USDC out.</summary>
    public sealed record Withdraw(Shares Shares) : FlowOrder;

    /// <summary>Let the account hold USDC.</summary>
    public sealed record Trust : FlowOrder;
}
