using Microsoft.Extensions.Logging;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>A thread with an instance of its own, which is replaced after a trap and when it holds too much memory.</summary>
internal sealed class HostWorker(HostModule module, InstanceLimits limits, ILogger logger)
{
    // What the compiled code may use, and more than as much again for the engine and the ledger that it calls.
    private const int ThreadStackBytes = 8 << 20;

    private HostInstance? instance;

    /// <summary>Set by the lane, under its lock.</summary>
    public HostJob? Assigned { get; set; }

    /// <summary>Runs jobs until there is no next one.</summary>
    public void Start(Func<HostWorker, HostJob?> next) =>
        new Thread(() => Work(next), ThreadStackBytes) { IsBackground = true, Name = "Soroban host" }.Start();

    private void Work(Func<HostWorker, HostJob?> next)
    {
        while (next(this) is { } job)
        {
            job.Run(Call);
        }

        Discard();
    }

    // An answer must not depend on what the instance did before. So what traps in a used instance is tried once more in
    // a fresh one, and only what traps there has trapped.
    private byte[] Call(ReadOnlyMemory<byte> request, FetchEntry? ledger)
    {
        var fresh = instance is null;
        try
        {
            return CallOnce(request, ledger);
        }
        catch (HostTrapException error)
        {
            HostLog.Trapped(logger, error.Message);
            Discard();
            if (fresh)
            {
                throw;
            }
        }

        try
        {
            return CallOnce(request, ledger);
        }
        catch (HostTrapException)
        {
            Discard();
            throw;
        }
    }

    private byte[] CallOnce(ReadOnlyMemory<byte> request, FetchEntry? ledger)
    {
        instance ??= new HostInstance(module, limits.MaxBytes);
        var response = instance.Call(request.Span, ledger);
        if (instance.MemoryBytes is var held && held > limits.RetainedBytes)
        {
            HostLog.Replaced(logger, held);
            Discard();
        }

        return response;
    }

    private void Discard()
    {
        instance?.Dispose();
        instance = null;
    }
}
