using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Closing;

/// <summary>What the network says to a submitted transaction.</summary>
/// <param name="Hash">Its hash; of a fee bump, the outer one.</param>
public abstract record SubmitResult(TransactionHash Hash)
{
    /// <summary>Valid as far as can be known, and waiting for a ledger, or already in one.</summary>
    public sealed record Pending(TransactionHash Hash) : SubmitResult(Hash);

    /// <summary>It is waiting already.</summary>
    public sealed record Duplicate(TransactionHash Hash) : SubmitResult(Hash);

    /// <summary>Another transaction of its source account is waiting, or too many are.</summary>
    public sealed record TryAgainLater(TransactionHash Hash) : SubmitResult(Hash);

    /// <summary>Not valid; nothing was changed or charged.</summary>
    public sealed record Error(TransactionHash Hash, TransactionResult Result, XdrArray<DiagnosticEvent> Diagnostics) : SubmitResult(Hash);
}
