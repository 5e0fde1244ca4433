using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class ClawbackTests(SharedHost host)
{
    [Fact]
    public async Task An_issuer_takes_back_what_it_may_and_no_more_than_there_is()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, holder, early) = (await net.AccountAsync(1), await net.AccountAsync(2), await net.AccountAsync(3));
        var usd = Asset.Credit("USD", issuer.AccountId);
        await net.MustAsync(early, ChangeTrustTests.Trust(usd, 100));
        await net.MustAsync(issuer, SetOptionsTests.Flags(10));
        Assert.IsType<ClawbackResult.NoTrust>(await net.ResultAsync(issuer, Take(holder, usd, 1)));
        await net.MustAsync(holder, ChangeTrustTests.Trust(usd, 100));
        await net.MustAsync(issuer, TestNetwork.Op(PaymentTests.Pay(holder, usd, 50)));

        Assert.IsType<ClawbackResult.NotClawbackEnabled>(await net.ResultAsync(issuer, Take(early, usd, 1)));
        Assert.IsType<ClawbackResult.Underfunded>(await net.ResultAsync(issuer, Take(holder, usd, 51)));
        Assert.IsType<ClawbackResult.Malformed>(await net.ResultAsync(issuer, Take(holder, usd, 0)));
        Assert.IsType<ClawbackResult.Malformed>(await net.ResultAsync(issuer, Take(issuer, usd, 1)));
        Assert.IsType<ClawbackResult.Malformed>(await net.ResultAsync(holder, Take(early, usd, 1)));
        Assert.IsType<ClawbackResult.Success>(await net.ResultAsync(issuer, Take(holder, usd, 20)));
        Assert.Equal(30, net.Line(holder, usd)!.Balance);
    }

    private static OperationBody.Clawback Take(KeyPair from, Asset asset, long amount) =>
        new(new ClawbackOp(asset, TestNetwork.AddressOf(from), amount));
}
