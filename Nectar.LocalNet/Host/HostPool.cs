using Microsoft.Extensions.Logging;
using Nectar.LocalNet.Host.Engine;

namespace Nectar.LocalNet.Host;

/// <summary>
/// Instances of the host in two lanes, so that an apply never waits for a simulation. An answer depends on its request
/// and ledger alone: which instance gave it, and what that one did before, is not to be seen.
/// </summary>
/// <remarks>
/// What bounds a call's time: the module reads at most 32 MiB, contracts run on metered instructions (an apply on those
/// declared, a simulation on ten times the network's limit), and everything else in it is linear in what it was given.
/// </remarks>
internal sealed class HostPool : IDisposable
{
    private readonly HostModule module;
    private readonly HostLane applying;
    private readonly HostLane simulating;

    public HostPool(HostModule module, int workersPerLane, InstanceLimits limits, ILogger logger)
    {
        this.module = module;
        HostWorker Create() => new(module, limits, logger);
        applying = new HostLane(workersPerLane, Create);
        simulating = new HostLane(workersPerLane, Create);
    }

    /// <summary>Applies, or computes a fee: blocks until the answer is there.</summary>
    public byte[] Call(ReadOnlyMemory<byte> request) =>
        applying.Submit(new HostJob(request, null, CancellationToken.None)).GetAwaiter().GetResult();

    /// <summary>Simulates. A call that has begun is not cancelled any more.</summary>
    public Task<byte[]> SimulateAsync(ReadOnlyMemory<byte> request, FetchEntry ledger, CancellationToken cancellation) =>
        simulating.Submit(new HostJob(request, ledger, cancellation));

    public void Dispose()
    {
        applying.Dispose();
        simulating.Dispose();
        module.Dispose();
    }
}
