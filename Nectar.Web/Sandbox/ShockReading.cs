namespace Nectar.Web.Sandbox;

/// <summary>What a form's fields say.</summary>
public abstract record ShockReading
{
    private ShockReading()
    {
    }

    /// <summary>They can be played.</summary>
    public sealed record Ok(Shock Shock) : ShockReading;

    /// <summary>They cannot; each fault names the value and the rule.</summary>
    public sealed record Faulty(IReadOnlyList<string> Faults) : ShockReading;
}
