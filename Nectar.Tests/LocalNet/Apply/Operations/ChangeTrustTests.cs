using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;
using Ops = Nectar.Core.Soroban.Transactions.Operations;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class ChangeTrustTests(SharedHost host)
{
    [Fact]
    public async Task A_line_is_opened_changed_and_closed_and_counts_as_an_entry()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, holder) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var usd = Asset.Credit("USD", issuer.AccountId);

        await net.MustAsync(holder, Trust(usd, 100));
        Assert.Equal((100, 1u, 1u), (net.Line(holder, usd)!.Limit, net.Line(holder, usd)!.Flags, net.Account(holder).NumSubEntries));
        await net.MustAsync(holder, Trust(usd, 50));
        Assert.Equal((50, 1u), (net.Line(holder, usd)!.Limit, net.Account(holder).NumSubEntries));
        await net.MustAsync(holder, Trust(usd, 0));
        Assert.Equal((null, 0u), (net.Line(holder, usd), net.Account(holder).NumSubEntries));
    }

    [Fact]
    public async Task Limits_issuers_and_reserves_are_held_to()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, poor) = (await net.AccountAsync(1), await net.AccountAsync(2, (2 * TestNetwork.Reserve) + 2_000));
        var holder = await net.AccountAsync(3);
        var usd = Asset.Credit("USD", issuer.AccountId);

        Assert.IsType<ChangeTrustResult.LowReserve>(await net.ResultAsync(poor, Trust(usd, 1).Body));
        Assert.IsType<ChangeTrustResult.InvalidLimit>(await net.ResultAsync(holder, Trust(usd, 0).Body));
        Assert.IsType<ChangeTrustResult.NoIssuer>(await net.ResultAsync(holder, Trust(Asset.Credit("USD", TestNetwork.Key(9).AccountId), 1).Body));
        Assert.IsType<ChangeTrustResult.Malformed>(await net.ResultAsync(holder, Trust(usd, -1).Body));
        Assert.IsType<ChangeTrustResult.Malformed>(await net.ResultAsync(issuer, Trust(usd, 1).Body));
        await net.MustAsync(holder, Trust(usd, 100));
        await net.MustAsync(issuer, TestNetwork.Op(PaymentTests.Pay(holder, usd, 60)));
        Assert.IsType<ChangeTrustResult.InvalidLimit>(await net.ResultAsync(holder, Trust(usd, 59).Body));
        Assert.IsType<ChangeTrustResult.InvalidLimit>(await net.ResultAsync(holder, Trust(usd, 0).Body));
    }

    internal static Operation Trust(Asset asset, long limit) => Ops.ChangeTrust(asset, limit);
}
