using Nectar.Core.Soroban.Keys;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Live;

public sealed class NetworkInUseTests
{
    [Theory]
    [InlineData("Test SDF Network ; September 2015", "testnet")]
    [InlineData("Public Global Stellar Network ; September 2015", "public")]
    public void A_transaction_of_a_public_network_is_looked_at_on_its_explorer(string passphrase, string name) =>
        Assert.Equal(
            $"https://stellar.expert/explorer/{name}/tx/{Samples.Hash}",
            (Samples.Network() with { IsEmbedded = false, Network = new Network(passphrase) }).ExplorerOf(Samples.Hash)?.ToString());

    [Fact]
    public void One_that_no_explorer_knows_is_looked_at_here()
    {
        Assert.Null(Samples.Network().ExplorerOf(Samples.Hash));
        Assert.Null((Samples.Network() with { IsEmbedded = false }).ExplorerOf(Samples.Hash));
    }
}
