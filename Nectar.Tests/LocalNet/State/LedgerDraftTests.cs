using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.State;

public sealed class LedgerDraftTests
{
    private static readonly LedgerEntryExt plain = LedgerEntryExt.V0.Instance;

    [Fact]
    public void Writes_come_to_what_they_amount_to()
    {
        var state = LedgerState.Of([Entry(1, "a", 1), Entry(1, "b", 1), Entry(1, "c", 1)]);
        var draft = new LedgerDraft(state, 7);

        draft.Put(Data("new", 1));
        draft.Put(Data("new", 2));
        draft.Put(Data("a", 5));
        draft.Remove(Key("b"));
        draft.Put(Data("fleeting", 1));
        draft.Remove(Key("fleeting"));
        draft.Restore(Entry(1, "d", 4));
        draft.Remove(Key("absent"));

        Assert.Equal(
            [
                new LedgerEntryChange.Created(Entry(7, "new", 2)),
                new LedgerEntryChange.State(Entry(1, "a", 1)),
                new LedgerEntryChange.Updated(Entry(7, "a", 5)),
                new LedgerEntryChange.State(Entry(1, "b", 1)),
                new LedgerEntryChange.Removed(Key("b")),
                new LedgerEntryChange.Restored(Entry(7, "d", 4)),
            ],
            draft.Changes());
        Assert.Equal(Entry(1, "c", 1), draft.State.Find(Key("c")));
        Assert.Equal(3, state.Count);
    }

    [Fact]
    public void A_dropped_draft_leaves_nothing_and_an_absorbed_one_keeps_what_was_first_there()
    {
        var draft = new LedgerDraft(LedgerState.Of([Entry(1, "a", 1)]), 7);
        draft.Put(Data("a", 2));
        var dropped = draft.Nest();
        dropped.Put(Data("a", 3));
        dropped.Put(Data("b", 3));
        var before = draft.State;
        Assert.Same(before, draft.State);

        var kept = draft.Nest();
        kept.Put(Data("a", 4));
        draft.Absorb(kept);

        Assert.Equal([new LedgerEntryChange.State(Entry(7, "a", 2)), new LedgerEntryChange.Updated(Entry(7, "a", 4))], kept.Changes());
        Assert.Equal([new LedgerEntryChange.State(Entry(1, "a", 1)), new LedgerEntryChange.Updated(Entry(7, "a", 4))], draft.Changes());
    }

    [Fact]
    public void A_lifetime_goes_with_its_entry()
    {
        var contract = new ContractDataEntry(
            ExtensionPoint.V0.Instance, new SCAddress.Contract(new ContractID(new byte[32])), SCVal.FromSymbol("k"), ContractDataDurability.Temporary, SCVal.FromUInt32(1));
        var key = LedgerKeys.KeyOf(new LedgerEntryData.ContractData(contract));
        var draft = new LedgerDraft(LedgerState.Empty, 7);
        draft.Put(new LedgerEntryData.ContractData(contract));
        draft.Put(new LedgerEntryData.Ttl(new TTLEntry(((LedgerKey.Ttl)LedgerKeys.Ttl(key)).Value.KeyHash, 99)));

        Assert.Equal((99u, true), (draft.State.LiveUntil(key), draft.State.SorobanBytes > 0));
        draft.Remove(key);
        Assert.Equal((null, 0, 0ul), (draft.State.LiveUntil(key), draft.State.Count, draft.State.SorobanBytes));
    }

    private static LedgerEntryData.Data Data(string name, byte value) =>
        new(new DataEntry(TestNetwork.NameOf(TestNetwork.Key(1)), name, new XdrBytes([value]), DataEntryExt.V0.Instance));

    private static LedgerEntry Entry(uint modified, string name, byte value) => new(modified, Data(name, value), plain);

    private static LedgerKey Key(string name) => LedgerKeys.Data(TestNetwork.NameOf(TestNetwork.Key(1)), name);
}
