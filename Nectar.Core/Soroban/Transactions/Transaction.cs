using System.Security.Cryptography;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>A transaction with the network that it is for and its signatures. Immutable: signing gives a new one.</summary>
public sealed record Transaction
{
    private const int MaxSignatures = 20;

    /// <summary>Takes a body and the signatures that it has so far.</summary>
    public Transaction(TransactionBody body, Network network, XdrArray<DecoratedSignature> signatures = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        Body = body;
        Network = network;
        Signatures = signatures;
        Payload = HashOf(network, new TransactionSignaturePayloadTaggedTransaction.Tx(body));
        Hash = new TransactionHash(Payload.Span);
    }

    /// <summary>What is signed for.</summary>
    public TransactionBody Body { get; }

    /// <summary>The network it is for.</summary>
    public Network Network { get; }

    /// <summary>The signatures so far.</summary>
    public XdrArray<DecoratedSignature> Signatures { get; }

    /// <summary>The hash by which the network knows it.</summary>
    public TransactionHash Hash { get; }

    /// <summary>The 32 bytes that are signed: the hash.</summary>
    public Hash Payload { get; }

    /// <summary>Reads an envelope of one transaction; the old V0 form is read as what it stands for.</summary>
    /// <exception cref="XdrException">It is a fee bump.</exception>
    public static Transaction FromEnvelope(TransactionEnvelope envelope, Network network) => envelope switch
    {
        TransactionEnvelope.Tx(var v1) => new Transaction(v1.Tx, network, v1.Signatures),
        TransactionEnvelope.TxV0(var v0) => new Transaction(ToV1(v0.Tx), network, v0.Signatures),
        _ => throw new XdrException(nameof(TransactionEnvelope), "a fee bump where one transaction was expected"),
    };

    /// <summary>The same with the signatures of these keys added.</summary>
    /// <exception cref="XdrException">It would have more than 20.</exception>
    public Transaction Sign(params ReadOnlySpan<KeyPair> keys) => new(Body, Network, Added(Signatures, Payload, keys));

    /// <summary>The same with a signature that was made elsewhere; whether it holds, the network decides.</summary>
    /// <exception cref="XdrException">It would have more than 20.</exception>
    public Transaction With(AccountId signer, ReadOnlySpan<byte> signature) =>
        new(Body, Network, Checked([.. Signatures, new DecoratedSignature(new SignatureHint(signer.ToArray().AsSpan(^4..)), new XdrBytes(signature))]));

    /// <summary>The envelope to send.</summary>
    public TransactionEnvelope ToEnvelope() => new TransactionEnvelope.Tx(new TransactionV1Envelope(Body, Signatures));

    internal static Hash HashOf(Network network, TransactionSignaturePayloadTaggedTransaction tagged) =>
        new(SHA256.HashData(new TransactionSignaturePayload(network.Id, tagged).ToXdr()));

    internal static XdrArray<DecoratedSignature> Added(XdrArray<DecoratedSignature> signatures, Hash payload, ReadOnlySpan<KeyPair> keys)
    {
        var all = new List<DecoratedSignature>(signatures);
        foreach (var key in keys)
        {
            all.Add(key.SignDecorated(payload.Span));
        }

        return Checked(all);
    }

    private static XdrArray<DecoratedSignature> Checked(List<DecoratedSignature> all) => all.Count <= MaxSignatures
        ? all.ToXdrArray()
        : throw new XdrException("TransactionV1Envelope.signatures", $"length {all.Count} is over the limit of {MaxSignatures}");

    private static TransactionBody ToV1(TransactionV0 tx) => new(
        new MuxedAccount.Ed25519(tx.SourceAccountEd25519),
        tx.Fee,
        tx.SeqNum,
        tx.TimeBounds is null ? Preconditions.None.Instance : new Preconditions.Time(tx.TimeBounds),
        tx.Memo,
        tx.Operations,
        TransactionExt.V0.Instance);
}
