using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>What comes of preparing a transaction.</summary>
internal abstract record PreparedTransaction
{
    private PreparedTransaction()
    {
    }

    /// <summary>Signed and ready to send.</summary>
    public sealed record Ready(Transactions.Transaction Transaction, LedgerNumber LastLedger, uint BaseFee, long ResourceFee) : PreparedTransaction
    {
        /// <summary>The whole fee offered, in stroops.</summary>
        public long Fee => BaseFee + ResourceFee;
    }

    /// <summary>Archived entries must be restored before.</summary>
    public sealed record NeedsRestore(SorobanTransactionData Data) : PreparedTransaction;

    /// <summary>It need not be sent.</summary>
    public sealed record Hopeless(SendOutcome Outcome) : PreparedTransaction;
}
