using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Engine;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>
/// The real Soroban host (<c>host/nectar-host.wasm</c>) in this process, by typed calls. It keeps no ledger, so one
/// serves any number of networks; it may be called from any thread. Applies and fees block until they are done,
/// simulations are awaited and run beside them. The same call on the same ledger has the same answer, byte for byte.
/// </summary>
public sealed class SorobanHost : IDisposable
{
    private readonly HostPool pool;

    /// <summary>Loads the host: below a second where an earlier run compiled it, some seconds where none did.</summary>
    /// <exception cref="Wasmtime.WasmtimeException">The engine does not run on this machine.</exception>
    public SorobanHost(SorobanHostOptions? options = null, ILogger<SorobanHost>? logger = null)
        : this(options ?? new SorobanHostOptions(), InstanceLimits.Usual, logger ?? NullLogger<SorobanHost>.Instance)
    {
    }

    internal SorobanHost(SorobanHostOptions options, InstanceLimits limits, ILogger logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WorkersPerLane, 1, nameof(options));
        pool = new HostPool(HostModule.Load(options.CacheFolder, logger), options.WorkersPerLane, limits, logger);
    }

    /// <summary>What runs inside.</summary>
    public HostResult<HostVersions> Versions()
    {
        using var w = FrameWriter.Request(HostOperation.Version);
        return Call(w, HostVersions.Read);
    }

    /// <summary>Applies an invocation to the entries given.</summary>
    public HostResult<AppliedOperation> ApplyInvoke(Invocation invocation)
    {
        using var w = FrameWriter.Request(HostOperation.ApplyInvoke);
        invocation.Write(w);
        return Call(w, AppliedOperation.Read);
    }

    /// <summary>Applies an extension of lifetimes.</summary>
    /// <param name="operation">Its keys are read-only ones of its footprint.</param>
    /// <param name="extendTo">Ledgers from the current one.</param>
    public HostResult<AppliedOperation> ApplyExtendTtl(SubmittedOperation operation, uint extendTo)
    {
        using var w = FrameWriter.Request(HostOperation.ApplyExtendTtl);
        operation.Write(w);
        w.UInt32(extendTo);
        return Call(w, AppliedOperation.Read);
    }

    /// <summary>Applies a restoration of archived entries.</summary>
    /// <param name="operation">Its keys are read-write ones of its footprint.</param>
    public HostResult<AppliedOperation> ApplyRestore(SubmittedOperation operation)
    {
        using var w = FrameWriter.Request(HostOperation.ApplyRestore);
        operation.Write(w);
        return Call(w, AppliedOperation.Read);
    }

    /// <summary>Simulates an invocation.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public Task<HostResult<SimulatedInvocation>> SimulateInvokeAsync(
        InvokeSimulation simulation, EntryLookup ledger, CancellationToken cancellation = default)
    {
        using var w = FrameWriter.Request(HostOperation.SimulateInvoke);
        simulation.Write(w);
        return SimulateAsync(w, ledger, SimulatedInvocation.Read, cancellation);
    }

    /// <summary>Simulates an extension or a restoration.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public Task<HostResult<SimulatedLifetime>> SimulateLifetimeAsync(
        LifetimeSimulation simulation, EntryLookup ledger, CancellationToken cancellation = default)
    {
        using var w = FrameWriter.Request(
            simulation.ExtendTo is null ? HostOperation.SimulateRestore : HostOperation.SimulateExtendTtl);
        simulation.Write(w);
        return SimulateAsync(w, ledger, SimulatedLifetime.Read, cancellation);
    }

    /// <summary>The fee for declared resources, in stroops; rent is not in it.</summary>
    public HostResult<ResourceFee> ResourceFee(HostSettings settings, DeclaredResources resources)
    {
        using var w = FrameWriter.Request(HostOperation.ResourceFee);
        settings.Write(w);
        resources.Write(w);
        return Call(w, static (ref FrameReader r) => new ResourceFee(r.Int64("nonRefundable"), r.Int64("refundable")));
    }

    /// <summary>The rent for changed lifetimes and sizes, in stroops.</summary>
    public HostResult<long> RentFee(HostSettings settings, uint currentLedger, IReadOnlyList<RentChange> changes)
    {
        using var w = FrameWriter.Request(HostOperation.RentFee);
        settings.Write(w);
        w.UInt32(currentLedger);
        w.Array(changes, static (w, change) => change.Write(w));
        return Call(w, static (ref FrameReader r) => r.Int64("rent"));
    }

    /// <summary>Sends a request frame as it is; for tests of the frames themselves.</summary>
    internal byte[] CallRaw(byte[] request) => pool.Call(request);

    /// <summary>Sends a simulation's frame as it is; for tests of the frames themselves.</summary>
    internal Task<byte[]> SimulateRawAsync(byte[] request, FetchEntry ledger) =>
        pool.SimulateAsync(request, ledger, CancellationToken.None);

    /// <summary>Ends the host's threads after the calls that they are at.</summary>
    public void Dispose() => pool.Dispose();

    private static FetchEntry Frames(EntryLookup ledger) => key =>
    {
        if (ledger(XdrCodec.Decode<LedgerKey>(key)) is not { } held)
        {
            return null;
        }

        using var w = new FrameWriter();
        held.Write(w);
        return w.Written.ToArray();
    };

    private HostResult<T> Call<T>(FrameWriter request, FrameReader.ItemReader<T> read)
    {
        if (Oversized<T>(request) is { } refused)
        {
            return refused;
        }

        try
        {
            return Response.Read(pool.Call(request.Written.ToArray()), read);
        }
        catch (HostTrapException trap)
        {
            return new HostResult<T>.Refused(HostStatus.Trapped, trap.Message);
        }
    }

    private Task<HostResult<T>> SimulateAsync<T>(
        FrameWriter request, EntryLookup ledger, FrameReader.ItemReader<T> read, CancellationToken cancellation) =>
        Oversized<T>(request) is { } refused
            ? Task.FromResult<HostResult<T>>(refused)
            : SimulateAsync(request.Written.ToArray(), ledger, read, cancellation);

    private async Task<HostResult<T>> SimulateAsync<T>(
        byte[] request, EntryLookup ledger, FrameReader.ItemReader<T> read, CancellationToken cancellation)
    {
        try
        {
            var response = await pool.SimulateAsync(request, Frames(ledger), cancellation).ConfigureAwait(false);
            return Response.Read(response, read);
        }
        catch (HostTrapException trap)
        {
            return new HostResult<T>.Refused(HostStatus.Trapped, trap.Message);
        }
    }

    private static HostResult<T>.Refused? Oversized<T>(FrameWriter request) =>
        request.Written.Length <= HostInstance.MaxRequestBytes
            ? null
            : new(HostStatus.MalformedFrame, $"the request is {request.Written.Length} bytes long, at most {HostInstance.MaxRequestBytes} are accepted");
}
