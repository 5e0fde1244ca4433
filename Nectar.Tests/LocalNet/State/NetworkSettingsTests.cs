using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.State;

public sealed class NetworkSettingsTests
{
    [Fact]
    public void The_settings_are_those_of_the_test_network()
    {
        var settings = NetworkSettings.Testnet;

        Assert.Equal(131_072u, settings.MaxContractBytes);
        Assert.Equal(100_000_000, settings.Compute.TxMaxInstructions);
        Assert.Equal((3_110_400u, 120_960u, 720u), (settings.Archival.MaxEntryTtl, settings.Archival.MinPersistentTtl, settings.Archival.MinTemporaryTtl));
        Assert.Equal((6_250, 10_000), (settings.LedgerCost.FeeDiskReadLedgerEntry, settings.LedgerCost.FeeWriteLedgerEntry));
    }
}
