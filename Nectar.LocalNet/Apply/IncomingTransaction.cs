using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Apply;

/// <summary>A submitted envelope with what validators ask of it again and again. V0 envelopes are read as V1.</summary>
public sealed class IncomingTransaction
{
    private IncomingTransaction(Transaction inner, FeeBumpTransaction? feeBump)
    {
        Inner = inner;
        FeeBump = feeBump;
        Envelope = feeBump?.ToEnvelope() ?? inner.ToEnvelope();
        Source = PublicKey.From(inner.Body.SourceAccount.ToAccountId());
        FeeSource = feeBump is null ? Source : PublicKey.From(feeBump.Body.FeeSource.ToAccountId());
        // A fee bump does not count: fees are for the size of what it pays for.
        Size = (uint)inner.ToEnvelope().ToXdr().Length;
        IsSoroban = Body.Operations.Any(o => OperationKinds.IsSoroban(o.Body));
    }

    /// <summary>The envelope as history keeps it.</summary>
    public TransactionEnvelope Envelope { get; }

    /// <summary>The transaction that does something, with its own signatures.</summary>
    public Transaction Inner { get; }

    /// <summary>The fee bump around it, if any.</summary>
    public FeeBumpTransaction? FeeBump { get; }

    /// <summary>The hash by which the network knows it: the outer one of a fee bump.</summary>
    public TransactionHash Hash => FeeBump?.Hash ?? Inner.Hash;

    /// <summary>The body of the transaction that does something.</summary>
    public TransactionBody Body => Inner.Body;

    /// <summary>Whose sequence number it takes.</summary>
    public PublicKey Source { get; }

    /// <summary>Who pays.</summary>
    public PublicKey FeeSource { get; }

    /// <summary>The bytes of the inner envelope, as resource fees count them.</summary>
    public uint Size { get; }

    /// <summary>Whether one of its operations is Soroban's.</summary>
    public bool IsSoroban { get; }

    /// <summary>Footprint, resources and resource fee; null where there are none.</summary>
    public SorobanTransactionData? SorobanData => Body.Ext is TransactionExt.V1(var data) ? data : null;

    /// <summary>The declared resource fee in stroops.</summary>
    public long ResourceFee => SorobanData?.ResourceFee ?? 0;

    /// <summary>What is offered for inclusion, in stroops: the fee less the resource fee.</summary>
    public long InclusionBid => Saturating.Subtract(FeeBump?.Body.Fee ?? Body.Fee, ResourceFee);

    /// <summary>What the inner transaction itself offers for inclusion, in stroops.</summary>
    public long InnerInclusionBid => Saturating.Subtract(Body.Fee, ResourceFee);

    /// <summary>How many operations are paid for: a fee bump counts as one.</summary>
    public int PaidOperations => InnerPaidOperations + (FeeBump is null ? 0 : 1);

    /// <summary>How many operations the inner transaction pays for, at least 1.</summary>
    public int InnerPaidOperations => Math.Max(1, Body.Operations.Count);

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="XdrException">It cannot be written again: one of its values is over a limit.</exception>
    public static IncomingTransaction Of(TransactionEnvelope envelope, Network network)
    {
        if (envelope is not TransactionEnvelope.TxFeeBump)
        {
            return new IncomingTransaction(Transaction.FromEnvelope(envelope, network), null);
        }

        var bump = FeeBumpTransaction.FromEnvelope(envelope, network);
        return new IncomingTransaction(bump.Inner, bump);
    }

    /// <summary>The fee in a ledger of this base fee, refunds apart: the lesser of bid and base fee, and the resource fee.</summary>
    public long FeeAt(uint baseFee) => Saturating.Add(Math.Min(InclusionBid, (long)baseFee * PaidOperations), ResourceFee);

    /// <summary>Who acts in an operation: its own source, or the transaction's.</summary>
    public MuxedAccount SourceOf(Operation operation) => operation.SourceAccount ?? Body.SourceAccount;
}
