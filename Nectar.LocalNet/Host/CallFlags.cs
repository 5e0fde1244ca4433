namespace Nectar.LocalNet.Host;

/// <summary>The flags of a request.</summary>
[Flags]
public enum CallFlags
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>Collect diagnostic events.</summary>
    Diagnostics = 1,

    /// <summary>
    /// Simulations only: show archived entries as live and answer with the restoration that must come first. Without it
    /// an invocation restores them itself.
    /// </summary>
    RestorePreamble = 2,
}
