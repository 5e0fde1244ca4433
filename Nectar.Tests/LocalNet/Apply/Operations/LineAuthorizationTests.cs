using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class LineAuthorizationTests(SharedHost host)
{
    [Fact]
    public async Task An_issuer_that_asks_for_it_authorizes_lines_before_they_take_payments()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, holder) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var usd = Asset.Credit("USD", issuer.AccountId);
        await net.MustAsync(issuer, SetOptionsTests.Flags(3));
        await net.MustAsync(holder, ChangeTrustTests.Trust(usd, 100));

        Assert.IsType<PaymentResult.NotAuthorized>(await net.ResultAsync(issuer, PaymentTests.Pay(holder, usd, 5)));
        Assert.IsType<SetTrustLineFlagsResult.Success>(await net.ResultAsync(issuer, Flags(holder, usd, set: 1)));
        Assert.Equal(SCVal.FromBool(true), ((ContractEventBody.V0)net.Last.Meta().Operations[0].Events[0].Body).Value.Data);
        Assert.IsType<PaymentResult.Success>(await net.ResultAsync(issuer, PaymentTests.Pay(holder, usd, 5)));
        Assert.IsType<SetTrustLineFlagsResult.Success>(await net.ResultAsync(issuer, Flags(holder, usd, clear: 1)));
        Assert.IsType<PaymentResult.SrcNotAuthorized>(await net.ResultAsync(holder, PaymentTests.Pay(issuer, usd, 5)));
        Assert.IsType<AllowTrustResult.Success>(await net.ResultAsync(issuer, Allow(holder, 2)));
        Assert.Equal(2u, net.Line(holder, usd)!.Flags);
        Assert.IsType<SetTrustLineFlagsResult.InvalidState>(await net.ResultAsync(issuer, Flags(holder, usd, set: 1)));
        Assert.IsType<AllowTrustResult.Success>(await net.ResultAsync(issuer, Allow(holder, 1)));
        Assert.Equal(1u, net.Line(holder, usd)!.Flags);
    }

    [Fact]
    public async Task An_issuer_that_may_not_revoke_cannot_and_lines_that_are_not_there_or_flags_that_are_none_are_told()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (issuer, holder) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var usd = Asset.Credit("USD", issuer.AccountId);

        Assert.IsType<SetTrustLineFlagsResult.NoTrustLine>(await net.ResultAsync(issuer, Flags(holder, usd, set: 1)));
        Assert.IsType<AllowTrustResult.NoTrustLine>(await net.ResultAsync(issuer, Allow(holder, 1)));
        await net.MustAsync(holder, ChangeTrustTests.Trust(usd, 100));
        Assert.IsType<SetTrustLineFlagsResult.CantRevoke>(await net.ResultAsync(issuer, Flags(holder, usd, clear: 1)));
        Assert.IsType<AllowTrustResult.CantRevoke>(await net.ResultAsync(issuer, Allow(holder, 0)));
        Assert.IsType<AllowTrustResult.CantRevoke>(await net.ResultAsync(issuer, Allow(holder, 2)));
        Assert.IsType<SetTrustLineFlagsResult.Malformed>(await net.ResultAsync(holder, Flags(issuer, usd, set: 1)));
        Assert.IsType<SetTrustLineFlagsResult.Malformed>(await net.ResultAsync(issuer, Flags(holder, usd, set: 4)));
        Assert.IsType<SetTrustLineFlagsResult.Malformed>(await net.ResultAsync(issuer, Flags(holder, usd, set: 1, clear: 1)));
        Assert.IsType<SetTrustLineFlagsResult.Malformed>(await net.ResultAsync(issuer, Flags(issuer, usd, set: 1)));
        Assert.IsType<AllowTrustResult.Malformed>(await net.ResultAsync(issuer, Allow(holder, 3)));
        Assert.Equal(1u, net.Line(holder, usd)!.Flags);
    }

    private static OperationBody.SetTrustLineFlags Flags(KeyPair trustor, Asset asset, uint clear = 0, uint set = 0) =>
        new(new SetTrustLineFlagsOp(TestNetwork.NameOf(trustor), asset, clear, set));

    private static OperationBody.AllowTrust Allow(KeyPair trustor, uint authorize) =>
        new(new AllowTrustOp(TestNetwork.NameOf(trustor), AssetCode.Parse("USD"), authorize));
}
