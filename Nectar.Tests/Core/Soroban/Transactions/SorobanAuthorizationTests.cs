using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Transactions;

/// <summary>Each kind of credentials against what the JavaScript SDK signs.</summary>
public sealed class SorobanAuthorizationTests
{
    public static TheoryData<string> Kinds => ["address", "addressV2", "withDelegates"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_entry_is_signed_to_the_same_bytes(string kind)
    {
        var vector = Vector(kind);
        var entry = Unsigned(vector).ValidUntil(new LedgerNumber(vector.GetProperty("validUntil").GetUInt32()));

        Assert.Equal(vector.Text("payload"), SorobanAuthorization.PayloadOf(entry, Network.Standalone).ToString());
        foreach (var signer in vector.GetProperty("signers").EnumerateArray())
        {
            using var key = TransactionTests.Key(signer.GetInt32());
            entry = entry.Sign(key, Network.Standalone);
        }

        Assert.Equal(vector.Text("signed"), entry.ToBase64());
    }

    [Fact]
    public void An_entry_of_the_transactions_source_asks_for_no_signature()
    {
        var entry = Unsigned(Vector("address")) with { Credentials = SorobanCredentials.SourceAccount.Instance };
        using var key = KeyPair.Random();

        Assert.Null(SorobanAuthorization.SignerOf(entry));
        Assert.Null(SorobanAuthorization.PayloadOf(entry, Network.Standalone));
        Assert.Equal(entry, entry.ValidUntil(new LedgerNumber(5)));
        Assert.Throws<InvalidOperationException>(() => entry.Sign(key, Network.Standalone));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_stranger_cannot_sign(string kind)
    {
        using var stranger = KeyPair.Random();

        var error = Assert.Throws<InvalidOperationException>(() => Unsigned(Vector(kind)).Sign(stranger, Network.Standalone));

        Assert.Equal($"the entry asks for no signature of {stranger.AccountId}", error.Message);
    }

    [Fact]
    public void Several_signers_of_one_account_are_sorted_by_key_and_each_is_there_once()
    {
        using var account = TransactionTests.Key(0);
        using var first = TransactionTests.Key(1);
        using var second = TransactionTests.Key(2);
        var address = SCAddress.From(account.AccountId);
        var entry = Unsigned(Vector("address")).ValidUntil(new LedgerNumber(777));

        var oneWay = entry.Sign(address, first, Network.Standalone).Sign(account, Network.Standalone).Sign(address, second, Network.Standalone).Sign(address, first, Network.Standalone);
        var otherWay = entry.Sign(address, second, Network.Standalone).Sign(address, first, Network.Standalone).Sign(account, Network.Standalone);

        Assert.Equal(otherWay, oneWay);
        var signatures = Assert.IsType<SorobanCredentials.Address>(oneWay.Credentials).Value.Signature.ToVec();
        Assert.Equal(3, signatures.Count);
        Assert.Equal(signatures.Order(SCValComparer.Instance), signatures);
    }

    [Fact]
    public void A_new_last_ledger_takes_the_old_signatures_off()
    {
        using var key = TransactionTests.Key(0);
        var entry = Unsigned(Vector("addressV2")).ValidUntil(new LedgerNumber(777));

        Assert.Equal(Unsigned(Vector("addressV2")).ValidUntil(new LedgerNumber(778)), entry.Sign(key, Network.Standalone).ValidUntil(new LedgerNumber(778)));
    }

    [Fact]
    public void A_contract_accounts_signature_is_taken_as_it_is()
    {
        var entry = Unsigned(Vector("withDelegates"));
        var contract = SCAddress.Parse(SdkVectors.Root.GetProperty("call").Text("contract"));

        var signed = entry.WithSignature(contract, SCVal.FromUInt32(42));

        var delegates = Assert.IsType<SorobanCredentials.AddressWithDelegates>(signed.Credentials).Value.Delegates;
        Assert.Equal(SCVal.FromUInt32(42), Assert.Single(delegates, d => d.Address == contract).Signature);
        Assert.Equal(SCVal.Void.Instance, Assert.Single(delegates, d => d.Address != contract).Signature);
    }

    private static JsonElement Vector(string kind) =>
        SdkVectors.Root.GetProperty("authorizations").EnumerateArray().Single(v => v.Text("kind") == kind);

    private static SorobanAuthorizationEntry Unsigned(JsonElement vector) =>
        XdrCodec.FromBase64<SorobanAuthorizationEntry>(vector.Text("unsigned"));
}
