using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class LedgerEventsTests
{
    [Fact]
    public void Events_stand_where_the_reference_server_puts_them()
    {
        var first = Meta([["a", "b"], ["c"]], (TransactionEventStage.BeforeAllTxs, "fee 1"), (TransactionEventStage.AfterTx, "after 1"), (TransactionEventStage.AfterAllTxs, "refund 1"));
        var second = Meta([], (TransactionEventStage.BeforeAllTxs, "fee 2"), (TransactionEventStage.AfterAllTxs, "refund 2"));

        var placed = LedgerEvents.Of(9, [(Hash(1), true, first), (Hash(2), false, second)]).ToList();

        Assert.Equal(
            [
                (0u, 0u, 0u, "fee 1"), (0u, 0u, 1u, "fee 2"), (1u, 0u, 0u, "a"), (1u, 0u, 1u, "b"), (1u, 1u, 0u, "c"),
                (1u, 4095u, 0u, "after 1"), (1_048_575u, 0u, 0u, "refund 1"), (1_048_575u, 0u, 1u, "refund 2"),
            ],
            placed.Select(p => (p.Cursor.Place.Transaction, p.Cursor.Place.Operation, p.Cursor.Event, Name(p.Happened))));
        Assert.All(placed, p => Assert.Equal(9u, p.Cursor.Place.Ledger));
        Assert.Equal(placed.Select(p => p.Cursor), placed.Select(p => p.Cursor).Order());
        Assert.All(placed.Where(p => Name(p.Happened).EndsWith('2')), p => Assert.Equal((Hash(2), false), (p.Transaction, p.Successful)));
    }

    private static TransactionHash Hash(byte fill) => new(Enumerable.Repeat(fill, 32).ToArray());

    private static string Name(ContractEvent happened) => ((SCVal.String)((ContractEventBody.V0)happened.Body).Value.Data).Value.ToString();

    private static ContractEvent Event(string name) => new(
        ExtensionPoint.V0.Instance, null, ContractEventType.Contract, new ContractEventBody.V0(new ContractEventV0([], SCVal.FromString(name))));

    private static TransactionMetaV4 Meta(string[][] operations, params (TransactionEventStage Stage, string Name)[] own) => new(
        ExtensionPoint.V0.Instance,
        [],
        operations.Select(o => new OperationMetaV2(ExtensionPoint.V0.Instance, [], o.Select(Event).ToXdrArray())).ToXdrArray(),
        [],
        null,
        own.Select(o => new TransactionEvent(o.Stage, Event(o.Name))).ToXdrArray(),
        []);
}
