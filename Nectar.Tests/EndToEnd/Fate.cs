namespace Nectar.Tests.EndToEnd;

/// <summary>What becomes of a transaction whose sender is killed while it hands it in.</summary>
public enum Fate
{
    /// <summary>It reaches no server.</summary>
    NeverArrives,

    /// <summary>A ledger includes it, and nobody hears of that.</summary>
    Included,

    /// <summary>It is still on its way when the next life asks for it, and arrives just before the answer.</summary>
    ArrivesLate,
}
