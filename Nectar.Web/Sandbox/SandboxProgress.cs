using Nectar.Core.Keeper;

namespace Nectar.Web.Sandbox;

/// <summary>How far a run has come.</summary>
public abstract record SandboxProgress
{
    private SandboxProgress()
    {
    }

    /// <summary>Its network is being started.</summary>
    public sealed record Starting : SandboxProgress;

    /// <summary>It runs.</summary>
    /// <param name="Elapsed">Ledgers since its first.</param>
    /// <param name="PriceE7">The price of the shock's asset, with 7 decimals.</param>
    /// <param name="HasFallen">Whether the whole fall has been told.</param>
    /// <param name="Seen">The newest keeper's look; null before the first.</param>
    public sealed record Playing(uint Elapsed, long PriceE7, bool HasFallen, KeeperView? Seen) : SandboxProgress;

    /// <summary>It has ended.</summary>
    /// <param name="Result">What came of it.</param>
    public sealed record Ended(SandboxResult Result) : SandboxProgress;

    /// <summary>It could not go on.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(string Reason) : SandboxProgress;
}
