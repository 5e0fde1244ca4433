namespace Nectar.Core.Liquidation;

/// <summary>What can be said of an account's health.</summary>
public abstract record HealthReading
{
    private HealthReading()
    {
    }

    /// <summary>It owes something, and this is how it stands.</summary>
    public sealed record Known(Health Health) : HealthReading;

    /// <summary>It owes nothing.</summary>
    public sealed record NoDebt : HealthReading;

    /// <summary>It cannot be said, and Blend would refuse to say it too.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Unpriced(string Reason) : HealthReading;
}
