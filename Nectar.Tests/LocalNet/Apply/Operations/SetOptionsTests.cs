using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class SetOptionsTests(SharedHost host)
{
    private static readonly SetOptionsOp nothing = new(null, null, null, null, null, null, null, null, null);

    [Fact]
    public async Task Signers_are_kept_in_the_order_of_their_keys_and_counted()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var keys = new byte[] { 7, 5, 6 }.Select(n => SignerOf(TestNetwork.Key(n))).ToArray();

        foreach (var key in keys)
        {
            await net.MustAsync(account, Set(nothing with { Signer = new Signer(key, 1) }));
        }

        Assert.Equal(
            net.Account(account).Signers.Select(s => Convert.ToHexString(s.Key.ToXdr())).Order(StringComparer.Ordinal),
            net.Account(account).Signers.Select(s => Convert.ToHexString(s.Key.ToXdr())));
        Assert.Equal(3u, net.Account(account).NumSubEntries);
        await net.MustAsync(account, Set(nothing with { Signer = new Signer(keys[0], 9) }), Set(nothing with { Signer = new Signer(keys[1], 0) }));
        Assert.Equal((2u, 9u), (net.Account(account).NumSubEntries, net.Account(account).Signers.Single(s => s.Key == keys[0]).Weight));
    }

    [Fact]
    public async Task Thresholds_home_domain_and_flags_are_set()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);

        await net.MustAsync(account, Set(nothing with { MasterWeight = 9, LowThreshold = 1, MedThreshold = 2, HighThreshold = 3, HomeDomain = (XdrString)"nectar.example", SetFlags = 3 }));

        Assert.Equal("09010203", net.Account(account).Thresholds.ToString());
        Assert.Equal(("nectar.example", 3u), (net.Account(account).HomeDomain.ToString(), net.Account(account).Flags));
    }

    [Fact]
    public async Task Each_wrong_option_has_its_own_answer()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, poor) = (await net.AccountAsync(1), await net.AccountAsync(2, (2 * TestNetwork.Reserve) + 2_000));
        Task<object> Try(SetOptionsOp op, KeyPair? source = null) => net.ResultAsync(source ?? account, new OperationBody.SetOptions(op));

        Assert.IsType<SetOptionsResult.UnknownFlag>(await Try(nothing with { SetFlags = 16 }));
        Assert.IsType<SetOptionsResult.BadFlags>(await Try(nothing with { SetFlags = 1, ClearFlags = 1 }));
        Assert.IsType<SetOptionsResult.ThresholdOutOfRange>(await Try(nothing with { MedThreshold = 256 }));
        Assert.IsType<SetOptionsResult.BadSigner>(await Try(nothing with { Signer = new Signer(SignerOf(account), 1) }));
        Assert.IsType<SetOptionsResult.BadSigner>(await Try(nothing with { Signer = new Signer(SignerOf(poor), 256) }));
        Assert.IsType<SetOptionsResult.InvalidHomeDomain>(await Try(nothing with { HomeDomain = (XdrString)"a\nb" }));
        Assert.IsType<SetOptionsResult.InvalidInflation>(await Try(nothing with { InflationDest = TestNetwork.NameOf(TestNetwork.Key(9)) }));
        Assert.IsType<SetOptionsResult.AuthRevocableRequired>(await Try(nothing with { SetFlags = 8 }));
        Assert.IsType<SetOptionsResult.LowReserve>(await Try(nothing with { Signer = new Signer(SignerOf(account), 1) }, poor));
        Assert.IsType<SetOptionsResult.Success>(await Try(nothing with { SetFlags = 4 }));
        Assert.IsType<SetOptionsResult.CantChange>(await Try(nothing with { SetFlags = 1 }));
    }

    [Fact]
    public async Task There_is_no_twenty_first_signer()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var twenty = Enumerable.Range(20, 20).Select(n => Set(nothing with { Signer = new Signer(SignerOf(TestNetwork.Key((byte)n)), 1) }));

        await net.MustAsync(account, [.. twenty]);

        Assert.IsType<SetOptionsResult.TooManySigners>(
            await net.ResultAsync(account, new OperationBody.SetOptions(nothing with { Signer = new Signer(SignerOf(TestNetwork.Key(99)), 1) })));
    }

    internal static Operation AddSigner(SignerKey key, uint weight) =>
        Set(nothing with { Signer = new Signer(key, weight) });

    internal static Operation Thresholds(uint low, uint medium, uint high) =>
        Set(nothing with { LowThreshold = low, MedThreshold = medium, HighThreshold = high });

    internal static Operation Flags(uint set) => Set(nothing with { SetFlags = set });

    internal static SignerKey SignerOf(KeyPair key) => new SignerKey.Ed25519(new Uint256(key.AccountId.ToArray()));

    private static Operation Set(SetOptionsOp op) => TestNetwork.Op(new OperationBody.SetOptions(op));
}
