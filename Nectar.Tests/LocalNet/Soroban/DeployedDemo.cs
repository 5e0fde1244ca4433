using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Soroban;

/// <summary>The demo as recorded, deployed once for all tests of a class; states are immutable.</summary>
public sealed class DeployedDemo
{
    private const ulong SecondsPerLedger = 5;

    private readonly Lazy<Genesis> genesis;

    public DeployedDemo(SharedHost shared)
    {
        Simulation = new SorobanSimulation(shared.Host);
        Application = new SorobanApply(shared.Host);
        genesis = new(() =>
        {
            var replayed = new Genesis("lab", shared.Host);
            replayed.Replay();
            return replayed;
        });
    }

    public SorobanSimulation Simulation { get; }

    public SorobanApply Application { get; }

    public static Hash Seed { get; } = new(Enumerable.Repeat((byte)7, 32).ToArray());

    internal LedgerState State => genesis.Value.Draft.State;

    internal uint Sequence => genesis.Value.Draft.Sequence;

    public ContractId Contract(string name) =>
        ContractId.Parse(genesis.Value.Start.GetProperty("contracts").GetProperty(name).GetString()!);

    public AccountId Account(string name) => AccountId.Parse(genesis.Value.AddressOf(name));

    /// <summary>The ledger that many after the recorded last one.</summary>
    internal LedgerContext Ledger(uint later) => new(
        Network.Standalone,
        Sequence + later,
        genesis.Value.End.GetProperty("closeTime").GetUInt64() + (SecondsPerLedger * later),
        100,
        5_000_000,
        28);

    internal Task<SimulationOutcome> Simulate(SimulationRequest request, uint later = 0) =>
        Simulation.SimulateAsync(State, Ledger(later), request, TestContext.Current.CancellationToken);

    internal SorobanOutcome Apply(LedgerDraft draft, SimulationRequest request, SorobanTransactionData data, uint later) =>
        Application.Apply(draft, Ledger(later), new SorobanOperation(request.Source, request.Body, data, 1000, Seed));
}
