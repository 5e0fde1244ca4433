using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class RestorePreambleTests(SharedHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_on_archived_entries_restores_them_by_itself()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (sender, instance) = await ArchivedAsync(net);
        var (coins, a) = (net.Network.ContractIdOf(Asset.Native.Instance), TestNetwork.Key(1));

        var sent = await SendAsync(sender, Operations.InvokeContract(coins, "transfer", SCVal.FromAddress(a.AccountId), SCVal.FromAddress(TestNetwork.Key(2).AccountId), SCVal.FromInt128(5)));

        Assert.IsType<SendOutcome.Included>(sent);
        Assert.True(net.State.LiveUntil(instance) > net.Ledger.Latest.Sequence);
        Assert.Contains(net.Last.Meta().Operations[0].Changes, c => c is LedgerEntryChange.Restored({ Data: LedgerEntryData.ContractData }));
    }

    [Fact]
    public async Task An_extension_of_archived_entries_asks_for_their_restoration_and_then_does_what_it_says()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (_, instance) = await ArchivedAsync(net);
        var (a, server) = (TestNetwork.Key(1), new InProcessServer(net.Ledger));
        Transaction Draft(Operation operation, SorobanTransactionData data) => new TransactionBuilder(TestNetwork.AddressOf(a), net.Account(a).SeqNum, net.Network)
            .Add(operation).WithSorobanData(data).ValidUntil(DateTimeOffset.FromUnixTimeSeconds(4_000_000_000)).Build();
        var extend = Operations.ExtendFootprintTtl(200_000);
        var named = new SorobanTransactionData(SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([instance], []), 0, 0, 0), 0);

        var asked = await SimulateAsync(server, Draft(extend, named));
        Assert.Equal([instance], asked.RestorePreamble!.TransactionData.Resources.Footprint.ReadWrite);
        Assert.True(asked.RestorePreamble.MinResourceFee > 0);
        var restored = await net.SubmitAsync(Draft(Operations.RestoreFootprint(), asked.RestorePreamble.TransactionData).Sign(a));
        Assert.IsType<RestoreFootprintResult.Success>(TestNetwork.ResultOf(restored, 0));
        var again = await SimulateAsync(server, Draft(extend, named));
        Assert.Null(again.RestorePreamble);
        var extended = await net.SubmitAsync(Draft(extend, again.TransactionData!).Sign(a));

        Assert.IsType<ExtendFootprintTTLResult.Success>(TestNetwork.ResultOf(extended, 0));
        Assert.Equal(net.Ledger.Latest.Sequence + 200_000, net.State.LiveUntil(instance));
    }

    // The contract of XLM, archived.
    private static async Task<(TransactionSender Sender, LedgerKey Instance)> ArchivedAsync(TestNetwork net)
    {
        var (a, _) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var sender = new TransactionSender(
            new InProcessServer(net.Ledger), net.Network, a, [], TimeProvider.System, new TransactionSenderOptions { PollInterval = TimeSpan.FromMilliseconds(20) }, NullLogger<TransactionSender>.Instance);
        Assert.IsType<SendOutcome.Included>(await SendAsync(sender, Operations.CreateAssetContract(Asset.Native.Instance)));
        LedgerKey instance = new LedgerKey.ContractData(new LedgerKeyContractData(
            SCAddress.From(net.Network.ContractIdOf(Asset.Native.Instance)), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));
        var latest = net.Ledger.Latest;
        var header = latest.Header with { LedgerSeq = net.State.LiveUntil(instance)!.Value };
        await net.Ledger.LoadStateAsync(StateDump.Write(latest with { Header = header }), Cancel);
        await net.Ledger.CloseLedgersAsync(1, 0, Cancel);
        var entry = Assert.Single((await new InProcessServer(net.Ledger).GetLedgerEntriesAsync([instance], Cancel)).ValueOrThrow().Entries);
        Assert.Equal(0u, entry.LiveUntilLedgerSeq!.Value.Value);
        return (sender, instance);
    }

    private static Task<SendOutcome> SendAsync(TransactionSender sender, Operation operation) =>
        sender.SendAsync(new SendRequest { Operation = operation, FeeBudget = 100_000_000 }, Cancel);

    private static async Task<SimulateTransactionResult> SimulateAsync(InProcessServer server, Transaction transaction) =>
        (await server.SimulateTransactionAsync(new SimulateTransactionRequest { Transaction = transaction.ToEnvelope() }, Cancel)).ValueOrThrow();
}
