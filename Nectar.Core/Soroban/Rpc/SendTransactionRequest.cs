using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Hands a transaction in.</summary>
public sealed record SendTransactionRequest
{
    /// <summary>The signed envelope.</summary>
    public required TransactionEnvelope Transaction { get; init; }
}
