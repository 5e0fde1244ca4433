using System.Globalization;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Keys;

public sealed class NetworkTests
{
    [Fact]
    public void The_standalone_network_has_its_known_id() =>
        Assert.Equal("baefd734b8d3e48472cff83912375fedbc7573701912fe308af730180f97d74a", Network.Standalone.Id.ToString());

    [Fact]
    public void Contract_ids_of_assets_are_those_of_the_javascript_sdk()
    {
        foreach (var vector in SdkVectors.Root.GetProperty("assetContracts").EnumerateArray())
        {
            var network = new Network(vector.Text("network"));

            Assert.Equal(vector.Text("contract"), network.ContractIdOf(Asset.ParseCanonical(vector.Text("asset"))).ToString());
        }
    }

    [Fact]
    public void A_deployers_contract_id_is_the_known_one()
    {
        using var root = Network.Standalone.RootKeyPair();

        var id = Network.Standalone.ContractIdOf(SCAddress.From(root.AccountId), Enumerable.Repeat((byte)7, 32).ToArray());

        Assert.Equal("CABXHCUMLT7QNTAKAX777JSYIP27DGCMKAEDIICLH64SO2KIIKQ3C4YZ", id.ToString());
    }

    [Fact]
    public void A_muxed_address_is_that_of_the_javascript_sdk()
    {
        var vector = SdkVectors.Root.GetProperty("muxed");
        var account = MuxedAccount.Parse(vector.Text("account")).ToAccountId();

        var muxed = MuxedAccount.From(account, ulong.Parse(vector.Text("id"), CultureInfo.InvariantCulture));

        Assert.Equal(vector.Text("address"), muxed.ToString());
        Assert.Equal(muxed, MuxedAccount.Parse(vector.Text("address")));
        Assert.Equal(account, muxed.ToAccountId());
    }

    [Fact]
    public void An_empty_passphrase_is_refused() => Assert.Throws<ArgumentException>(() => new Network(" "));
}
