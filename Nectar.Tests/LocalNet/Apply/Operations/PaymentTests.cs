using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class PaymentTests(SharedHost host)
{
    [Fact]
    public async Task Lumens_move_and_the_fee_is_the_sender_s()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (from, to) = (await net.AccountAsync(1), await net.AccountAsync(2));

        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(from, Pay(to, Asset.Native.Instance, 7)));

        Assert.Equal((1_000 * TestNetwork.Xlm - 107, 1_000 * TestNetwork.Xlm + 7), (net.Balance(from), net.Balance(to)));
    }

    [Fact]
    public async Task What_must_stay_cannot_be_paid()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (from, to) = (await net.AccountAsync(1, 20 * TestNetwork.Xlm), await net.AccountAsync(2));
        var spendable = (20 * TestNetwork.Xlm) - (2 * TestNetwork.Reserve);

        Assert.IsType<PaymentResult.Underfunded>(await net.ResultAsync(from, Pay(to, Asset.Native.Instance, spendable - 99)));
        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(from, Pay(to, Asset.Native.Instance, spendable - 200)));
        Assert.Equal(2 * TestNetwork.Reserve, net.Balance(from));
    }

    [Fact]
    public async Task A_payment_to_nobody_of_nothing_or_of_no_asset_fails()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var from = await net.AccountAsync(1);

        Assert.IsType<PaymentResult.NoDestination>(await net.ResultAsync(from, Pay(TestNetwork.Key(9), Asset.Native.Instance, 7)));
        Assert.IsType<PaymentResult.Malformed>(await net.ResultAsync(from, Pay(from, Asset.Native.Instance, 0)));
        Assert.IsType<PaymentResult.Malformed>(await net.ResultAsync(
            from, Pay(from, new Asset.CreditAlphanum4(new AlphaNum4(AssetCode4.Parse("A-"), TestNetwork.NameOf(from))), 1)));
    }

    [Fact]
    public async Task An_issued_asset_needs_a_line_at_both_ends_but_not_at_its_issuer()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, a, b) = (await net.AccountAsync(1), await net.AccountAsync(2), await net.AccountAsync(3));
        var usd = Asset.Credit("USD", issuer.AccountId);

        Assert.IsType<PaymentResult.NoTrust>(await net.ResultAsync(issuer, Pay(a, usd, 5)));
        await net.MustAsync(a, ChangeTrustTests.Trust(usd, 100));
        Assert.IsType<PaymentResult.SrcNoTrust>(await net.ResultAsync(b, Pay(a, usd, 5)));
        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(issuer, Pay(a, usd, 100)));
        Assert.Equal("mint", EventName(net));
        Assert.IsType<PaymentResult.LineFull>(await net.ResultAsync(issuer, Pay(a, usd, 1)));
        await net.MustAsync(b, ChangeTrustTests.Trust(usd, 1_000));
        Assert.IsType<PaymentResult.Underfunded>(await net.ResultAsync(a, Pay(b, usd, 101)));
        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(a, Pay(b, usd, 60)));
        Assert.Equal("transfer", EventName(net));
        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(b, Pay(issuer, usd, 10)));
        Assert.Equal("burn", EventName(net));
        Assert.Equal((40, 50), (net.Line(a, usd)!.Balance, net.Line(b, usd)!.Balance));
    }

    [Fact]
    public async Task The_event_carries_the_id_of_a_muxed_receiver_or_else_the_memo()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (from, to) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var muxed = new OperationBody.Payment(new PaymentOp(MuxedAccount.From(to.AccountId, 77), Asset.Native.Instance, 5));

        await net.MustAsync(from, TestNetwork.Op(muxed));

        Assert.Equal(
            SCVal.FromStruct(("amount", SCVal.FromInt128(5)), ("to_muxed_id", SCVal.FromUInt64(77))),
            ((ContractEventBody.V0)net.Last.Meta().Operations[0].Events[0].Body).Value.Data);
    }

    internal static OperationBody Pay(KeyPair to, Asset asset, long amount) =>
        new OperationBody.Payment(new PaymentOp(TestNetwork.AddressOf(to), asset, amount));

    private static string EventName(TestNetwork net) =>
        ((ContractEventBody.V0)net.Last.Meta().Operations[0].Events[0].Body).Value.Topics[0].ToSymbol().ToString();
}
