using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.Soroban;

public sealed class SorobanSimulationTests(DeployedDemo demo) : IClassFixture<DeployedDemo>
{
    // Longer than any lifetime of the demo.
    private const uint UntilArchived = 600_000;

    [Fact]
    public async Task What_a_simulation_found_out_is_enough_to_apply_the_deposit()
    {
        var request = Deposit(demo.Account("alice"));
        var simulated = Assert.IsType<SimulationOutcome.Succeeded>(await demo.Simulate(request));
        var draft = new LedgerDraft(demo.State, demo.Sequence + 1);

        var applied = Assert.IsType<SorobanOutcome.Success>(
            demo.Apply(draft, With(request, simulated.Invocation!.Authorization), simulated.Data, later: 1));

        Assert.Equal(simulated.Invocation.ReturnValue, applied.ReturnValue);
        Assert.InRange(applied.Instructions, 1u, simulated.Data.Resources.Instructions);
        Assert.Equal(simulated.MinResourceFee, applied.Fees.Total + applied.Refund);
        Assert.True(applied.Refund >= 0);
        Assert.NotEmpty(draft.Changes());
        Assert.NotEmpty(simulated.Invocation.Changes);
    }

    [Fact]
    public async Task Another_accounts_authorization_is_recorded_and_enforced()
    {
        var request = Deposit(demo.Account("alice")) with { Source = PublicKey.From(demo.Account("bob")) };

        var recorded = Assert.IsType<SimulationOutcome.Succeeded>(await demo.Simulate(request));
        var entry = Assert.Single(recorded.Invocation!.Authorization);
        Assert.IsType<SorobanCredentials.Address>(entry.Credentials);
        Assert.Equal(SCAddress.From(demo.Account("alice")), SorobanAuthorization.SignerOf(entry));

        var upgraded = Assert.IsType<SimulationOutcome.Succeeded>(
            await demo.Simulate(request with { UsesUpgradedAuthorization = true }));
        Assert.IsType<SorobanCredentials.AddressV2>(Assert.Single(upgraded.Invocation!.Authorization).Credentials);

        // Not signed.
        Assert.IsType<SimulationOutcome.Failed>(await demo.Simulate(With(request, [entry])));
        Assert.IsType<SimulationOutcome.Failed>(
            await demo.Simulate(request with { Authorization = SimulationAuthorization.Enforce }));
        var contradiction = Assert.IsType<SimulationOutcome.Failed>(
            await demo.Simulate(With(request, [entry]) with { Authorization = SimulationAuthorization.Record }));
        Assert.Contains("1 authorization entries", contradiction.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonces_differ_from_simulation_to_simulation_unless_a_seed_is_given()
    {
        var request = Deposit(demo.Account("alice")) with { Source = PublicKey.From(demo.Account("bob")) };

        Assert.NotEqual(await NonceOf(request with { Seed = null }), await NonceOf(request with { Seed = null }));
        Assert.Equal(await NonceOf(request), await NonceOf(request));
    }

    [Fact]
    public async Task Simulations_side_by_side_give_what_simulations_in_turn_give()
    {
        var requests = new[] { "alice", "bob" }.Select(n => Deposit(demo.Account(n))).ToArray();
        var inTurn = new[] { await demo.Simulate(requests[0]), await demo.Simulate(requests[1]) };

        var together = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => demo.Simulate(requests[i % 2])));

        for (var i = 0; i < together.Length; i++)
        {
            var (expected, actual) = (Succeeded(inTurn[i % 2]), Succeeded(together[i]));
            Assert.Equal(expected.Data, actual.Data);
            Assert.Equal(expected.Invocation!.ReturnValue, actual.Invocation!.ReturnValue);
            Assert.Equal(expected.Invocation.Instructions, actual.Invocation.Instructions);
            Assert.Equal(expected.Invocation.DiagnosticEvents, actual.Invocation.DiagnosticEvents);
        }
    }

    [Fact]
    public async Task A_call_that_fails_says_why_with_the_events_until_then()
    {
        var failed = Assert.IsType<SimulationOutcome.Failed>(await demo.Simulate(Call("vault", "deposit")));

        Assert.StartsWith("HostError: Error(", failed.Error, StringComparison.Ordinal);
        Assert.NotEmpty(failed.DiagnosticEvents);
    }

    [Fact]
    public async Task A_classic_operation_cannot_be_simulated()
    {
        var payment = new SimulationRequest(
            PublicKey.From(demo.Account("alice")), Operations.CreateAccount(demo.Account("bob"), 1).Body, null);

        Assert.Contains("CreateAccount", Assert.IsType<SimulationOutcome.Failed>(await demo.Simulate(payment)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leeway_raises_the_instructions_declared()
    {
        var request = Call("vault", "share_price");
        var usual = Succeeded(await demo.Simulate(request));
        var raised = Succeeded(await demo.Simulate(request with { InstructionLeeway = 1_000_000 }));

        Assert.Equal(usual.Invocation!.Instructions, raised.Invocation!.Instructions);
        Assert.Equal(raised.Invocation.Instructions + 1_000_000, raised.Data.Resources.Instructions);
    }

    [Fact]
    public async Task Archived_entries_come_back_with_the_invocation_that_lists_them_and_with_no_other()
    {
        var request = Call("vault", "share_price");
        var simulated = Succeeded(await demo.Simulate(request, UntilArchived));
        Assert.NotEmpty(Assert.IsType<SorobanTransactionDataExt.V1>(simulated.Data.Ext).Value.ArchivedSorobanEntries);

        var unlisted = simulated.Data with { Ext = SorobanTransactionDataExt.V0.Instance };
        var draft = new LedgerDraft(demo.State, demo.Sequence + UntilArchived);
        var failure = Assert.IsType<SorobanOutcome.Failure>(demo.Apply(draft, request, unlisted, UntilArchived));
        Assert.Equal(
            new OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.EntryArchived.Instance), failure.Result);
        Assert.Empty(draft.Changes());
        Assert.Equal(unlisted.ResourceFee, failure.NonRefundableFee + failure.Refund);

        var success = Assert.IsType<SorobanOutcome.Success>(demo.Apply(draft, request, simulated.Data, UntilArchived));
        Assert.Equal(Succeeded(await demo.Simulate(request)).Invocation!.ReturnValue, success.ReturnValue);
        Assert.True(success.Fees.Rent > 0);
        Assert.Contains(draft.Changes(), c => c is LedgerEntryChange.Restored({ Data: LedgerEntryData.ContractData }));
        Assert.Contains(draft.Changes(), c => c is LedgerEntryChange.Restored({ Data: LedgerEntryData.Ttl }));
        Assert.DoesNotContain(draft.Changes(), c => c is LedgerEntryChange.Created);
    }

    [Fact]
    public async Task A_restoration_gives_archived_entries_the_shortest_lifetime_and_an_extension_what_it_asks_for()
    {
        LedgerKey key = InstanceOf("ownFeed");
        var restore = new SimulationRequest(
            PublicKey.From(demo.Account("alice")), Operations.RestoreFootprint().Body, Naming([], [key]));
        var draft = new LedgerDraft(demo.State, demo.Sequence + UntilArchived);

        var restoration = Succeeded(await demo.Simulate(restore, UntilArchived));
        Assert.IsType<SorobanOutcome.Success>(demo.Apply(draft, restore, restoration.Data, UntilArchived));

        var shortest = demo.State.Settings.Archival.MinPersistentTtl;
        Assert.Equal(demo.Sequence + UntilArchived + shortest - 1, draft.State.LiveUntil(key));
        Assert.All(draft.Changes(), c => Assert.IsType<LedgerEntryChange.Restored>(c));

        var extend = new SimulationRequest(restore.Source, Operations.ExtendFootprintTtl(1_000_000).Body, Naming([key], []));
        var extension = Succeeded(await demo.Simulate(extend));
        var live = new LedgerDraft(demo.State, demo.Sequence + 1);
        var extended = Assert.IsType<SorobanOutcome.Success>(demo.Apply(live, extend, extension.Data, 1));
        Assert.Equal(demo.Sequence + 1 + 1_000_000, live.State.LiveUntil(key));
        Assert.True(extended.Fees.Rent > 0);
        Assert.Null(extended.ReturnValue);
    }

    [Fact]
    public async Task Extending_what_is_archived_asks_for_its_restoration_first()
    {
        LedgerKey key = InstanceOf("ownFeed");
        var extend = new SimulationRequest(
            PublicKey.From(demo.Account("alice")), Operations.ExtendFootprintTtl(1_000_000).Body, Naming([key], []));

        var extension = Succeeded(await demo.Simulate(extend, UntilArchived));

        Assert.Equal([key], extension.RestorePreamble!.Resources.Footprint.ReadWrite);
    }

    private static SimulationOutcome.Succeeded Succeeded(SimulationOutcome outcome) =>
        Assert.IsType<SimulationOutcome.Succeeded>(outcome);

    private static SorobanTransactionData Naming(XdrArray<LedgerKey> readOnly, XdrArray<LedgerKey> readWrite) =>
        new(SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint(readOnly, readWrite), 0, 0, 0), 0);

    private static SimulationRequest With(SimulationRequest request, IEnumerable<SorobanAuthorizationEntry> authorization)
    {
        var op = Assert.IsType<OperationBody.InvokeHostFunction>(request.Body).Value;
        return request with { Body = new OperationBody.InvokeHostFunction(op with { Auth = authorization.ToXdrArray() }) };
    }

    private LedgerKey.ContractData InstanceOf(string contract) => new(new LedgerKeyContractData(
        SCAddress.From(demo.Contract(contract)), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));

    private SimulationRequest Call(string contract, string function, params ReadOnlySpan<SCVal> arguments) => new(
        PublicKey.From(demo.Account("alice")), Operations.InvokeContract(demo.Contract(contract), function, arguments).Body, null)
    {
        Seed = DeployedDemo.Seed,
    };

    private SimulationRequest Deposit(Nectar.Core.Units.AccountId user) =>
        Call("vault", "deposit", SCVal.FromAddress(user), SCVal.FromInt128(100_0000000)) with { Source = PublicKey.From(user) };

    private async Task<long> NonceOf(SimulationRequest request) =>
        Assert.IsType<SorobanCredentials.Address>(Succeeded(await demo.Simulate(request)).Invocation!.Authorization.Single().Credentials)
            .Value.Nonce;
}
