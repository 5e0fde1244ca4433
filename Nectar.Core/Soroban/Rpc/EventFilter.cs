namespace Nectar.Core.Soroban.Rpc;

/// <summary>Which events to let pass: all that is given must fit.</summary>
public sealed record EventFilter
{
    /// <summary><c>contract</c>, <c>system</c>, both with a comma, or null for all.</summary>
    public string? Type { get; init; }

    /// <summary>At most five contracts, of which one must fit.</summary>
    public IReadOnlyList<string>? ContractIds { get; init; }

    /// <summary>
    /// At most five patterns of one to four segments, of which one must fit: an SCVal in base64, <c>*</c> for any one
    /// topic, or at the end <c>**</c> for all the rest.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? Topics { get; init; }
}
