using System.Security.Cryptography;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply;

public sealed class SignatureTests(SharedHost host)
{
    [Fact]
    public async Task No_signature_a_stranger_s_and_one_too_many_are_refused_and_cost_nothing()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, stranger) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var payment = net.Next(account, Payment(stranger));

        Assert.IsType<TransactionResultResult.TxBadAuth>((await net.SubmitAsync(payment)).Result);
        Assert.IsType<TransactionResultResult.TxBadAuth>((await net.SubmitAsync(payment.Sign(stranger))).Result);
        Assert.IsType<TransactionResultResult.TxBadAuthExtra>((await net.SubmitAsync(payment.Sign(account, stranger))).Result);
        Assert.IsType<TransactionResultResult.TxBadAuthExtra>((await net.SubmitAsync(payment.Sign(account, account))).Result);
        Assert.Equal(1_000 * TestNetwork.Xlm, net.Balance(account));
    }

    [Fact]
    public async Task Weights_add_up_to_the_threshold_of_each_operation()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, second, third) = (await net.AccountAsync(1), TestNetwork.Key(2), TestNetwork.Key(3));
        await net.MustAsync(
            account,
            SetOptionsTests.AddSigner(SetOptionsTests.SignerOf(second), 2),
            SetOptionsTests.AddSigner(SetOptionsTests.SignerOf(third), 1),
            SetOptionsTests.Thresholds(1, 3, 4));

        // Low is reached by one, medium by two, high by all three.
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(net.Next(account, Bump()).Sign(third))).Result);
        Assert.IsType<OperationResult.OpBadAuth>(TestNetwork.ResultOf(await net.SubmitAsync(net.Next(account, Payment(account)).Sign(second)), 0));
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(net.Next(account, Payment(account)).Sign(second, third))).Result);
        Assert.IsType<OperationResult.OpBadAuth>(
            TestNetwork.ResultOf(await net.SubmitAsync(net.Next(account, SetOptionsTests.Thresholds(0, 0, 0)).Sign(second, third)), 0));
        Assert.IsType<TransactionResultResult.TxSuccess>(
            (await net.SubmitAsync(net.Next(account, SetOptionsTests.Thresholds(0, 0, 0)).Sign(account, second, third))).Result);
    }

    [Fact]
    public async Task An_operation_of_another_account_needs_that_account_s_signature()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, other) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var both = net.Next(account, TestNetwork.Op(PaymentTests.Pay(account, Asset.Native.Instance, 5), other));

        Assert.IsType<OperationResult.OpBadAuth>(TestNetwork.ResultOf(await net.SubmitAsync(both.Sign(account)), 0));
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(both.Sign(account, other))).Result);
        Assert.Equal(1_000 * TestNetwork.Xlm - 5, net.Balance(other));
    }

    [Fact]
    public async Task An_account_made_in_the_same_transaction_may_act_in_it()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, made) = (await net.AccountAsync(1), TestNetwork.Key(2));
        var create = TestNetwork.Op(new OperationBody.CreateAccount(new CreateAccountOp(TestNetwork.NameOf(made), 20 * TestNetwork.Xlm)));
        var act = TestNetwork.Op(ManageDataTests.Data("name", [1]), made);

        Assert.IsType<OperationResult.OpBadAuth>(TestNetwork.ResultOf(await net.SubmitAsync(net.Next(account, create, act).Sign(account)), 1));
        // At its turn the account was still missing when signatures were checked, as on the network: its key stands for it.
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(net.Next(account, create, act).Sign(account, made))).Result);
        Assert.Equal(1u, net.Account(made).NumSubEntries);
    }

    [Fact]
    public async Task A_transaction_authorized_in_advance_needs_no_signature_and_is_good_once()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var body = net.Next(account, Payment(account)).Body with { SeqNum = net.Account(account).SeqNum + 2 };
        var later = new Transaction(body, net.Network);
        await net.MustAsync(account, SetOptionsTests.AddSigner(new SignerKey.PreAuthTx(new Uint256(later.Payload.Span)), 1));

        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(later)).Result);
        Assert.Empty(net.Account(account).Signers);
        Assert.Equal(0u, net.Account(account).NumSubEntries);
    }

    [Fact]
    public async Task The_preimage_of_a_hash_signs_for_its_signer()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var preimage = "a secret"u8.ToArray();
        var hash = SHA256.HashData(preimage);
        await net.MustAsync(account, SetOptionsTests.AddSigner(new SignerKey.HashX(new Uint256(hash)), 1));
        var next = net.Next(account, Payment(account));
        TransactionEnvelope With(byte[] revealed) => new TransactionEnvelope.Tx(new TransactionV1Envelope(
            next.Body, [new DecoratedSignature(new SignatureHint(hash.AsSpan(^4..)), new XdrBytes(revealed))]));

        Assert.IsType<TransactionResultResult.TxBadAuth>((await net.SubmitAsync(With([1, 2, 3]))).Result);
        Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(With(preimage))).Result);
    }

    [Fact]
    public async Task A_signed_payload_signs_for_its_signer_and_for_extra_signers()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, witness) = (await net.AccountAsync(1), TestNetwork.Key(2));
        byte[] payload = [1, 2, 3, 4, 5];
        var key = new SignerKey.Ed25519SignedPayload(new SignerKeyEd25519SignedPayload(new Uint256(witness.AccountId.ToArray()), new XdrBytes(payload)));
        var hint = witness.AccountId.ToArray()[^4..].Zip(payload[^4..], (a, b) => (byte)(a ^ b)).ToArray();
        var next = net.Next(account, Payment(account));
        var conditions = new PreconditionsV2(null, null, null, 0, 0, [key]);
        var asking = new Transaction(next.Body with { Cond = new Preconditions.V2(conditions) }, net.Network).Sign(account);

        Assert.IsType<TransactionResultResult.TxBadAuth>((await net.SubmitAsync(asking)).Result);
        var signature = new DecoratedSignature(new SignatureHint(hint), new XdrBytes(witness.Sign(payload)));
        Assert.IsType<TransactionResultResult.TxSuccess>(
            (await net.SubmitAsync(new Transaction(asking.Body, net.Network, [.. asking.Signatures, signature]))).Result);
        var twice = conditions with { ExtraSigners = [key, key] };
        var malformed = new Transaction(net.Next(account, Payment(account)).Body with { Cond = new Preconditions.V2(twice) }, net.Network).Sign(account);
        Assert.IsType<TransactionResultResult.TxMalformed>((await net.SubmitAsync(malformed)).Result);
    }

    private static Operation Payment(KeyPair to) => TestNetwork.Op(PaymentTests.Pay(to, Asset.Native.Instance, 1));

    private static Operation Bump() => TestNetwork.Op(new OperationBody.BumpSequence(new BumpSequenceOp(0)));
}
