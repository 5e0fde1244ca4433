using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>A signed transaction for which another account pays. Immutable: signing gives a new one.</summary>
public sealed record FeeBumpTransaction
{
    private FeeBumpTransaction(FeeBumpTransactionBody body, Transaction inner, XdrArray<DecoratedSignature> signatures)
    {
        Body = body;
        Inner = inner;
        Signatures = signatures;
        Payload = Transaction.HashOf(inner.Network, new TransactionSignaturePayloadTaggedTransaction.TxFeeBump(body));
        Hash = new TransactionHash(Payload.Span);
    }

    /// <summary>What is signed for.</summary>
    public FeeBumpTransactionBody Body { get; }

    /// <summary>The transaction that is paid for, with its own signatures.</summary>
    public Transaction Inner { get; }

    /// <summary>The payer's signatures so far.</summary>
    public XdrArray<DecoratedSignature> Signatures { get; }

    /// <summary>The outer hash, by which the network knows it.</summary>
    public TransactionHash Hash { get; }

    /// <summary>The 32 bytes that are signed: the hash.</summary>
    public Hash Payload { get; }

    /// <summary>Bumps a signed transaction.</summary>
    /// <param name="feeSource">Who pays.</param>
    /// <param name="fee">All that may be paid in stroops: the inclusion fee for one operation more than the inner
    /// transaction has, and its resource fee.</param>
    /// <param name="inner">The transaction.</param>
    /// <exception cref="XdrException">The fee is less than the inner transaction's own.</exception>
    public static FeeBumpTransaction Of(MuxedAccount feeSource, long fee, Transaction inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (fee < inner.Body.Fee)
        {
            throw new XdrException("FeeBumpTransaction.fee", $"{fee} is less than the {inner.Body.Fee} of the inner transaction");
        }

        var body = new FeeBumpTransactionBody(
            feeSource,
            fee,
            new FeeBumpTransactionInnerTx.Tx(new TransactionV1Envelope(inner.Body, inner.Signatures)),
            FeeBumpTransactionExt.V0.Instance);
        return new FeeBumpTransaction(body, inner, []);
    }

    /// <summary>Reads an envelope of a fee bump.</summary>
    /// <exception cref="XdrException">It is one of a plain transaction.</exception>
    public static FeeBumpTransaction FromEnvelope(TransactionEnvelope envelope, Network network) =>
        envelope is TransactionEnvelope.TxFeeBump({ Tx: { InnerTx: FeeBumpTransactionInnerTx.Tx(var inner) } body } outer)
            ? new FeeBumpTransaction(body, new Transaction(inner.Tx, network, inner.Signatures), outer.Signatures)
            : throw new XdrException(nameof(TransactionEnvelope), "a plain transaction where a fee bump was expected");

    /// <summary>The same with the signatures of these keys added.</summary>
    /// <exception cref="XdrException">It would have more than 20.</exception>
    public FeeBumpTransaction Sign(params ReadOnlySpan<KeyPair> keys) => new(Body, Inner, Transaction.Added(Signatures, Payload, keys));

    /// <summary>The envelope to send.</summary>
    public TransactionEnvelope ToEnvelope() => new TransactionEnvelope.TxFeeBump(new FeeBumpTransactionEnvelope(Body, Signatures));
}
