using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>What comes of preparing a call for somebody else's wallet. There is no other way.</summary>
public abstract record UnsignedTransaction
{
    private UnsignedTransaction()
    {
    }

    /// <summary>It was simulated, and has all but the source's signature.</summary>
    /// <param name="Transaction">To be signed and sent.</param>
    /// <param name="LastLedger">The last ledger that may include it.</param>
    public sealed record Ready(Transaction Transaction, LedgerNumber LastLedger) : UnsignedTransaction
    {
        /// <summary>What the call would return, as simulated; null for an operation that calls no contract.</summary>
        public SCVal? Returned { get; init; }
    }

    /// <summary>Archived entries must be restored before: this transaction does so, and the call is to be prepared again behind it.</summary>
    /// <param name="Transaction">To be signed and sent.</param>
    /// <param name="LastLedger">The last ledger that may include it.</param>
    public sealed record NeedsRestore(Transaction Transaction, LedgerNumber LastLedger) : UnsignedTransaction;

    /// <summary>The contract, or the host on its behalf, said no.</summary>
    /// <param name="Type">Who said so: <see cref="SCErrorType.Contract"/> for a contract's own numbers.</param>
    /// <param name="Number">The contract's error number, or the host's code.</param>
    /// <param name="Detail">The host's words, for people.</param>
    public sealed record Refused(SCErrorType Type, uint Number, string Detail) : UnsignedTransaction;

    /// <summary>The source does not exist on this network.</summary>
    public sealed record NoAccount : UnsignedTransaction;
}
