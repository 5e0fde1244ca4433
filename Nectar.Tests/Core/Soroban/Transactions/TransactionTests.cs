using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Transactions;

/// <summary>Hashes and signatures against those of the JavaScript SDK.</summary>
public sealed class TransactionTests : IDisposable
{
    private readonly KeyPair alice = Key(0);
    private readonly KeyPair bob = Key(1);

    public void Dispose()
    {
        alice.Dispose();
        bob.Dispose();
    }

    [Fact]
    public void A_payment_hashes_and_signs_to_the_same_envelope()
    {
        var vector = SdkVectors.Root.GetProperty("payment");
        var signed = Transaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(vector.Text("envelope")), Network.Standalone);

        var again = new Transaction(signed.Body, Network.Standalone).Sign(alice);

        Assert.Equal(vector.Text("hash"), signed.Hash.ToString());
        Assert.Equal(vector.Text("envelope"), again.ToEnvelope().ToBase64());
        Assert.Equal(signed, again);
    }

    [Fact]
    public void A_fee_bump_hashes_and_signs_to_the_same_envelope()
    {
        var vector = SdkVectors.Root.GetProperty("payment");
        var inner = Transaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(vector.Text("envelope")), Network.Standalone);

        // The SDK's fee is for each operation and one more.
        var bump = FeeBumpTransaction.Of(MuxedAccount.From(bob.AccountId), 2000, inner).Sign(bob);
        var read = FeeBumpTransaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(vector.Text("feeBump")), Network.Standalone);

        Assert.Equal(vector.Text("feeBumpHash"), bump.Hash.ToString());
        Assert.Equal(vector.Text("feeBump"), bump.ToEnvelope().ToBase64());
        Assert.Equal(bump, read);
        Assert.Throws<XdrException>(() => FeeBumpTransaction.Of(MuxedAccount.From(bob.AccountId), 249, inner));
        Assert.Throws<XdrException>(() => Transaction.FromEnvelope(bump.ToEnvelope(), Network.Standalone));
        Assert.Throws<XdrException>(() => FeeBumpTransaction.FromEnvelope(inner.ToEnvelope(), Network.Standalone));
    }

    [Fact]
    public void A_contract_call_is_built_to_the_same_bytes()
    {
        var vector = SdkVectors.Root.GetProperty("call");

        var call = new TransactionBuilder(MuxedAccount.From(alice.AccountId), 41, Network.Standalone)
            .Add(Operations.InvokeContract(
                ContractId.Parse(vector.Text("contract")),
                "transfer",
                SCVal.FromAddress(alice.AccountId),
                SCVal.FromInt128(-5),
                SCVal.FromStruct(("zeta", SCVal.FromUInt32(1)), ("alpha", SCVal.FromSymbol("x")), ("Upper", SCVal.FromUInt32(2)))))
            .ValidUntil(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000))
            .Build();

        Assert.Equal(vector.Text("envelope"), call.ToEnvelope().ToBase64());
        Assert.Equal(vector.Text("hash"), call.Hash.ToString());
    }

    [Fact]
    public void The_old_envelope_hashes_as_what_it_stands_for()
    {
        var vector = SdkVectors.Root.GetProperty("payment");
        var now = Transaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(vector.Text("envelope")), Network.Standalone);
        var body = now.Body with { Cond = new Preconditions.Time(new TimeBounds(0, 99)) };
        var old = new TransactionEnvelope.TxV0(new TransactionV0Envelope(
            new TransactionV0(new Uint256(alice.AccountId.ToArray()), body.Fee, body.SeqNum, new TimeBounds(0, 99), body.Memo, body.Operations, TransactionV0Ext.V0.Instance),
            now.Signatures));

        Assert.Equal(new Transaction(body, Network.Standalone).Hash, Transaction.FromEnvelope(old, Network.Standalone).Hash);
    }

    [Fact]
    public void The_last_ledger_is_included_and_the_next_is_not()
    {
        var transaction = Builder().ValidUntil(new LedgerNumber(100)).Build();

        var bounds = Assert.IsType<Preconditions.V2>(transaction.Body.Cond).Value.LedgerBounds!;
        Assert.Equal((0u, 101u), (bounds.MinLedger, bounds.MaxLedger));
    }

    [Fact]
    public void A_transaction_without_end_or_operation_is_not_built()
    {
        Assert.Throws<InvalidOperationException>(() => Builder().Build());
        Assert.Throws<InvalidOperationException>(() =>
            new TransactionBuilder(MuxedAccount.From(alice.AccountId), 41, Network.Standalone).ValidUntil(new LedgerNumber(9)).Build());
    }

    [Fact]
    public void The_fee_is_the_base_fee_of_each_operation_and_the_resource_fee()
    {
        var data = new SorobanTransactionData(
            SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([], []), 0, 0, 0), 5_000);

        Assert.Equal(600u, Builder().Add(Operations.RestoreFootprint()).WithBaseFee(300).ValidUntil(new LedgerNumber(1)).Build().Body.Fee);
        Assert.Equal(5_100u, Builder().WithSorobanData(data).ValidUntil(new LedgerNumber(1)).Build().Body.Fee);
        Assert.Throws<OverflowException>(() => Builder().Add(Operations.RestoreFootprint()).WithBaseFee(uint.MaxValue).ValidUntil(new LedgerNumber(1)).Build());
    }

    [Fact]
    public void More_than_twenty_signatures_are_refused()
    {
        var transaction = Builder().ValidUntil(new LedgerNumber(1)).Build();

        Assert.Throws<XdrException>(() => transaction.Sign([.. Enumerable.Repeat(alice, 21)]));
    }

    internal static KeyPair Key(int index) =>
        KeyPair.FromSecretSeed(SdkVectors.Root.GetProperty("keys")[index].Text("seed"));

    private TransactionBuilder Builder() =>
        new TransactionBuilder(MuxedAccount.From(alice.AccountId), 41, Network.Standalone).Add(Operations.RestoreFootprint());
}
