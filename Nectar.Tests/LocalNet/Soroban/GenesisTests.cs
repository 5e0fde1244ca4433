using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Soroban;

public sealed class GenesisTests(SharedHost shared)
{
    [Theory]
    [InlineData("lab")]
    [InlineData("blend")]
    public void The_recorded_deployment_of_the_demo_ends_in_the_recorded_state(string market)
    {
        var genesis = new Genesis(market, shared.Host);
        Assert.Equal(Network.Standalone.Id.ToString(), genesis.Start.GetProperty("networkId").GetString());

        genesis.Replay();

        Assert.NotEmpty(genesis.Transactions);
        Assert.All(genesis.Transactions, t =>
        {
            var success = Assert.IsType<SorobanOutcome.Success>(t.Outcome);
            Assert.Equal(t.Recorded.GetProperty("returned").GetString(), success.ReturnValue!.ToBase64());
            Assert.Equal(t.Recorded.GetProperty("events").GetArrayLength(), success.Events.Count);
            Assert.True(success.Refund >= 0);
        });
        Assert.Equal(genesis.End.GetProperty("sequence").GetUInt32(), genesis.Draft.Sequence);
        var (recorded, held) = (Recorded(genesis), Held(genesis.Draft.State));
        var differing = recorded.Except(held).Select(e => $"{e.Key} must be {e.Value}, is {held.GetValueOrDefault(e.Key)}");
        Assert.True(!differing.Any(), string.Join('\n', differing));
        Assert.Equal(recorded.Count, held.Count);
    }

    [Fact]
    public void The_same_transactions_leave_the_same_bytes()
    {
        var (first, second) = (new Genesis("lab", shared.Host), new Genesis("lab", shared.Host));
        first.Replay();
        second.Replay();

        Assert.Equal(first.Draft.State.Entries, second.Draft.State.Entries);
        Assert.Equal(first.Draft.Changes(), second.Draft.Changes());
    }

    private static SortedDictionary<string, string> Recorded(Genesis genesis)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in genesis.Entries)
        {
            var lifetime = entry.GetProperty("liveUntil");
            var (key, data) = entry.TryGetProperty("code", out var code)
                ? (CodeKey(code.GetString()!), "code")
                : (entry.GetProperty("key").GetString()!, entry.GetProperty("data").GetString()!);
            entries.Add(key, $"{data} until {lifetime}");
        }

        return entries;
    }

    private static SortedDictionary<string, string> Held(LedgerState state)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in state.Entries)
        {
            if (entry.Data is LedgerEntryData.Account or LedgerEntryData.ConfigSetting or LedgerEntryData.Ttl)
            {
                continue;
            }

            var key = LedgerKeys.KeyOf(entry);
            var data = entry.Data is LedgerEntryData.ContractCode ? "code" : entry.Data.ToBase64();
            entries.Add(key.ToBase64(), $"{data} until {state.LiveUntil(key)}");
        }

        return entries;
    }

    private static string CodeKey(string hash) =>
        XdrCodec.ToBase64<LedgerKey>(new LedgerKey.ContractCode(new LedgerKeyContractCode(Hash.Parse(hash))));
}
