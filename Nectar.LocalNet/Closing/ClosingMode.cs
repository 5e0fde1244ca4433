namespace Nectar.LocalNet.Closing;

/// <summary>When a network closes ledgers.</summary>
public abstract record ClosingMode
{
    private ClosingMode()
    {
    }

    /// <summary>Each accepted transaction closes a ledger at once.</summary>
    public sealed record OnSubmit : ClosingMode;

    /// <summary>A ledger at each interval of the network's <see cref="TimeProvider"/>, with the transactions that wait.</summary>
    /// <param name="Interval">From 10 milliseconds to a day.</param>
    public sealed record Every(TimeSpan Interval) : ClosingMode;

    /// <summary>Only when asked.</summary>
    public sealed record ByHand : ClosingMode;
}
