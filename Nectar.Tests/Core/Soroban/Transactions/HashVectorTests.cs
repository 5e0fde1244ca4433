using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Transactions;

/// <summary>Hashes and signatures against those of the Rust reference crate.</summary>
public sealed class HashVectorTests
{
    [Fact]
    public void Networks_have_their_golden_ids() => Each("networks", vector =>
        Assert.Equal(vector.Text("networkId"), NetworkOf(vector).Id.ToString()));

    [Fact]
    public void Contracts_have_their_golden_ids_by_either_kind_of_preimage() => Each("contracts", vector =>
    {
        var id = NetworkOf(vector).ContractIdOf(XdrCodec.FromBase64<ContractIDPreimage>(vector.Text("preimage")));

        Assert.Equal(vector.Text("address"), id.ToString());
        Assert.Equal(vector.Text("id"), Convert.ToHexStringLower(id.ToArray()));
    });

    [Fact]
    public void Transactions_have_their_golden_hashes_and_signatures()
    {
        var kinds = new HashSet<string>();
        Each("transactions", vector =>
        {
            kinds.Add(vector.Text("kind"));
            var envelope = XdrCodec.FromBase64<TransactionEnvelope>(vector.Text("envelope"));
            using var key = KeyOf(vector);
            var (hash, payload, signatures, again) = vector.Text("kind") == "fee_bump"
                ? Parts(FeeBumpTransaction.FromEnvelope(envelope, NetworkOf(vector)))
                : Parts(Transaction.FromEnvelope(envelope, NetworkOf(vector)));

            Assert.Equal(vector.Text("hash"), hash);
            Assert.Equal(vector.Text("envelope"), again.ToBase64());
            Assert.Equal(key.SignDecorated(payload.Span), Assert.Single(signatures));
        });

        Assert.Equal(["fee_bump", "muxed", "v1"], kinds.Order());
    }

    [Fact]
    public void Authorizations_have_their_golden_payloads_and_signatures()
    {
        var kinds = new HashSet<string>();
        Each("authorizations", vector =>
        {
            kinds.Add(vector.Text("kind"));
            var signed = XdrCodec.FromBase64<SorobanAuthorizationEntry>(vector.Text("entry"));
            using var key = KeyOf(vector);
            var again = signed.Sign(SorobanAuthorization.SignerOf(signed)!, key, NetworkOf(vector));

            Assert.Equal(vector.Text("payload"), SorobanAuthorization.PayloadOf(signed, NetworkOf(vector)).ToString());
            Assert.Equal(vector.Text("entry"), again.ToBase64());
        });

        Assert.Equal(["address", "address_v2", "address_with_delegates"], kinds.Order());
    }

    private static void Each(string list, Action<JsonElement> check)
    {
        var vectors = VectorFile.Whole("hashes/hashes.json").GetProperty(list).EnumerateArray().ToList();
        Assert.NotEmpty(vectors);
        vectors.ForEach(check);
    }

    private static (string Hash, Hash Payload, XdrArray<DecoratedSignature> Signatures, TransactionEnvelope Again) Parts(Transaction transaction) =>
        (transaction.Hash.ToString(), transaction.Payload, transaction.Signatures, transaction.ToEnvelope());

    private static (string Hash, Hash Payload, XdrArray<DecoratedSignature> Signatures, TransactionEnvelope Again) Parts(FeeBumpTransaction transaction) =>
        (transaction.Hash.ToString(), transaction.Payload, transaction.Signatures, transaction.ToEnvelope());

    private static Network NetworkOf(JsonElement vector) => new(vector.Text("passphrase"));

    private static KeyPair KeyOf(JsonElement vector) => KeyPair.FromRawSeed(vector.Hex("seed"));
}
