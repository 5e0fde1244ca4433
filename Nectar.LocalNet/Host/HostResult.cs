namespace Nectar.LocalNet.Host;

/// <summary>What became of a call into the host: the answer, a failure that belongs to the ledger, or a refusal to try.</summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract record HostResult<T>
{
    private HostResult()
    {
    }

    /// <summary>It was carried out.</summary>
    /// <param name="Value">The answer.</param>
    public sealed record Ok(T Value) : HostResult<T>;

    /// <summary>It was tried and failed; the ledger stays as it was.</summary>
    /// <param name="Failure">How it failed.</param>
    public sealed record Failed(HostFailure Failure) : HostResult<T>;

    /// <summary>It could not be tried.</summary>
    /// <param name="Status">Which rule was broken.</param>
    /// <param name="Reason">The value and the rule in words.</param>
    public sealed record Refused(HostStatus Status, string Reason) : HostResult<T>;
}
