namespace Nectar.Web.Sandbox;

/// <summary>Why a run ended.</summary>
public enum SandboxEnding
{
    /// <summary>Whoever was under water is not any more, and nothing is out.</summary>
    Settled,

    /// <summary>The fall put nobody under water.</summary>
    NobodyUnderWater,

    /// <summary>Its ledgers were used up before that.</summary>
    OutOfLedgers,

    /// <summary>Its time was.</summary>
    OutOfTime,

    /// <summary>Somebody stopped it, or the program ended.</summary>
    Stopped,
}
