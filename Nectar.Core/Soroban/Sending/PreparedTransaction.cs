using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
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
    /// <param name="Transaction">The transaction.</param>
    /// <param name="LastLedger">The last ledger that may include it.</param>
    /// <param name="BaseFee">The inclusion fee offered for each operation, in stroops.</param>
    /// <param name="ResourceFee">The resource fee, in stroops.</param>
    public sealed record Ready(Transaction Transaction, LedgerNumber LastLedger, uint BaseFee, long ResourceFee) : PreparedTransaction
    {
        /// <summary>The fee bump around it, or null.</summary>
        public FeeBumpTransaction? Bump { get; private init; }

        /// <summary>The hash by which the network knows what is sent.</summary>
        public TransactionHash Hash => Bump?.Hash ?? Transaction.Hash;

        /// <summary>What is sent.</summary>
        public TransactionEnvelope Envelope => Bump?.ToEnvelope() ?? Transaction.ToEnvelope();

        /// <summary>The whole fee offered, in stroops.</summary>
        public long Fee => Bump?.Body.Fee ?? BaseFee + ResourceFee;

        /// <summary>As how many operations the offer counts.</summary>
        public int Operations => Bump is null ? 1 : 2;

        /// <summary>The same transaction with a higher offer, paid by a key's account.</summary>
        public Ready Bumped(KeyPair payer, FeeRaise.Bump raise) => this with
        {
            BaseFee = raise.BaseFee,
            Bump = FeeBumpTransaction.Of(MuxedAccount.From(payer.AccountId), raise.Fee, Transaction).Sign(payer),
        };
    }

    /// <summary>Archived entries must be restored before.</summary>
    public sealed record NeedsRestore(SorobanTransactionData Data) : PreparedTransaction;

    /// <summary>It need not be sent.</summary>
    public sealed record Hopeless(SendOutcome Outcome) : PreparedTransaction;
}
