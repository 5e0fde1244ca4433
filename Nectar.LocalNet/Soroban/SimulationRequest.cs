using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Soroban;

/// <summary>A transaction to be simulated, as far as a simulation looks at it.</summary>
/// <param name="Source">The operation's source account, or else the transaction's.</param>
/// <param name="Body">Its one operation.</param>
/// <param name="Data">The transaction's own, which names the keys of an extension or a restoration; null where it has none.</param>
public sealed record SimulationRequest(PublicKey Source, OperationBody Body, SorobanTransactionData? Data)
{
    /// <summary>Where an invocation's authorization comes from.</summary>
    public SimulationAuthorization Authorization { get; init; } = SimulationAuthorization.Unnamed;

    /// <summary>Record the newer address credentials (<c>useUpgradedAuth</c>).</summary>
    public bool UsesUpgradedAuthorization { get; init; }

    /// <summary>Instructions to be added at least (<c>resourceConfig.instructionLeeway</c>); 50,000 are added in any case.</summary>
    public uint InstructionLeeway { get; init; }

    /// <summary>The source of nonces and contracts' random numbers; null for one that nobody can guess.</summary>
    public Hash? Seed { get; init; }
}
