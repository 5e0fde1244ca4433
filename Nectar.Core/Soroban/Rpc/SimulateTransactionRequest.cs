using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Asks what a transaction would do.</summary>
public sealed record SimulateTransactionRequest
{
    /// <summary>A transaction with exactly one operation, a host function or one for footprints; unsigned will do.</summary>
    public required TransactionEnvelope Transaction { get; init; }

    /// <summary>Room beyond what the simulation used.</summary>
    public ResourceConfig? ResourceConfig { get; init; }

    /// <summary><c>enforce</c>, <c>record</c> or <c>record_allow_nonroot</c>; by default the first where there are
    /// authorizations already, else the second.</summary>
    public string? AuthMode { get; init; }

    /// <summary>Whether recorded authorizations are of the kind of protocol 27.</summary>
    public bool? UseUpgradedAuth { get; init; }
}
