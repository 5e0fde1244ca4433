using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Closing;

public sealed class EvictionTests(SharedHost host)
{
    private const uint Over = 900;
    private const uint Live = 5_000;

    [Fact]
    public void Temporary_entries_whose_time_is_up_go_with_their_lifetimes_in_one_of_a_thousand_ledgers()
    {
        var state = LedgerState.Of([.. Entry("spent", ContractDataDurability.Temporary, Over), .. Entry("live", ContractDataDurability.Temporary, Live), .. Entry("kept", ContractDataDurability.Persistent, Over)]);
        var (early, due) = (new LedgerDraft(state, 999), new LedgerDraft(state, 1_000));

        Assert.Empty(Eviction.Sweep(early));
        Assert.Equal(state.Count, early.State.Count);
        Assert.Equal([Key("spent", ContractDataDurability.Temporary), LedgerKeys.Ttl(Key("spent", ContractDataDurability.Temporary))], Eviction.Sweep(due));
        Assert.Equal(state.Count - 2, due.State.Count);
        Assert.NotNull(due.State.Find(Key("live", ContractDataDurability.Temporary)));
        Assert.NotNull(due.State.Find(Key("kept", ContractDataDurability.Persistent)));
    }

    [Fact]
    public async Task The_ledger_that_evicts_names_the_keys_in_its_meta_and_the_state_does_not_hold_them()
    {
        await using var net = await TestNetwork.StartAsync(host, new LocalNetworkOptions { Closing = new ClosingMode.ByHand() });
        var spent = Key("spent", ContractDataDurability.Temporary);
        var latest = net.Ledger.Latest;
        var state = Entry("spent", ContractDataDurability.Temporary, Over).Aggregate(latest.State, (s, e) => s.With(e));
        await net.Ledger.LoadStateAsync(StateDump.Write(latest with { State = state }), TestContext.Current.CancellationToken);

        var closed = await net.Ledger.CloseLedgersAsync(1_000, 0, TestContext.Current.CancellationToken);

        Assert.Null(closed.State.Find(spent));
        Assert.True(net.Ledger.History.TryFind(1_000, out var evicting));
        var expected = (XdrArray<LedgerKey>)[spent, LedgerKeys.Ttl(spent)];
        Assert.Equal(expected, ((LedgerCloseMeta.V2)evicting.Meta()).Value.EvictedKeys);
        Assert.True(net.Ledger.History.TryFind(999, out var before));
        Assert.Empty(((LedgerCloseMeta.V2)before.Meta()).Value.EvictedKeys);
    }

    private static LedgerKey.ContractData Key(string name, ContractDataDurability durability) => new(
        new LedgerKeyContractData(SCAddress.From(Samples.ContractOf(1)), SCVal.FromSymbol(name), durability));

    private static LedgerEntry[] Entry(string name, ContractDataDurability durability, uint liveUntil)
    {
        var data = new LedgerEntryData.ContractData(new ContractDataEntry(
            ExtensionPoint.V0.Instance, SCAddress.From(Samples.ContractOf(1)), SCVal.FromSymbol(name), durability, SCVal.FromUInt32(1)));
        var ttl = new LedgerEntryData.Ttl(new TTLEntry(((LedgerKey.Ttl)LedgerKeys.Ttl(Key(name, durability))).Value.KeyHash, liveUntil));
        return [new LedgerEntry(1, data, LedgerEntryExt.V0.Instance), new LedgerEntry(1, ttl, LedgerEntryExt.V0.Instance)];
    }
}
