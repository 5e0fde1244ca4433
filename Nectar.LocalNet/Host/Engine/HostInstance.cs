using Wasmtime;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>One instance of the module with its memory. One thread at a time; after a trap only to be disposed.</summary>
internal sealed class HostInstance : IDisposable
{
    /// <summary>The longest request that the module takes.</summary>
    public const int MaxRequestBytes = 32 << 20;

    private readonly Store store;
    private readonly Memory memory;
    private readonly Func<int, int> allocate;
    private readonly Func<int, int, long> call;
    private readonly Func<int, int> release;
    private readonly EntryImport entries = new();
    private readonly WasiImports wasi = new();

    public HostInstance(HostModule module, long maxMemoryBytes)
    {
        store = new Store(module.Engine);
        store.SetLimits(memorySize: maxMemoryBytes);
        using var linker = new Linker(module.Engine);
        entries.Define(linker);
        wasi.Define(linker);
        var instance = linker.Instantiate(store, module.Module);
        memory = instance.GetMemory("memory") ?? throw Missing("memory");
        allocate = instance.GetFunction<int, int>("nectar_allocate") ?? throw Missing("nectar_allocate");
        call = instance.GetFunction<int, int, long>("nectar_call") ?? throw Missing("nectar_call");
        release = instance.GetFunction<int, int>("nectar_release") ?? throw Missing("nectar_release");
        instance.GetAction("_initialize")?.Invoke();
    }

    /// <summary>Bytes of linear memory, which only grows.</summary>
    public long MemoryBytes => memory.GetLength();

    /// <summary>Sends a request and gives its response. What the ledger throws comes out unchanged.</summary>
    /// <param name="request">At most <see cref="MaxRequestBytes"/>, at least one byte.</param>
    /// <param name="ledger">Asked during simulations; null for calls that read none.</param>
    /// <exception cref="HostTrapException">The module trapped.</exception>
    public byte[] Call(ReadOnlySpan<byte> request, FetchEntry? ledger)
    {
        entries.Begin(ledger);
        var response = Guarded(request);
        entries.End();
        return response;
    }

    public void Dispose() => store.Dispose();

    private static InvalidOperationException Missing(string export) =>
        new($"the host module does not export {export}");

    private byte[] Guarded(ReadOnlySpan<byte> request)
    {
        try
        {
            return Send(request);
        }
        catch (WasmtimeException error)
        {
            var panic = wasi.TakePanic();
            var kind = error is TrapException trap ? trap.Type.ToString() : error.Message;
            throw new HostTrapException(panic.Length > 0 ? $"{kind}: {panic}" : kind, error);
        }
    }

    private byte[] Send(ReadOnlySpan<byte> request)
    {
        var address = allocate(request.Length);
        if (address == 0)
        {
            throw new HostTrapException($"the module has no memory for a request of {request.Length} bytes");
        }

        request.CopyTo(memory.GetSpan((long)unchecked((uint)address), request.Length));
        var packed = unchecked((ulong)call(address, request.Length));
        var (at, length) = ((uint)(packed >> 32), checked((int)(packed & uint.MaxValue)));
        var response = memory.GetSpan((long)at, length).ToArray();
        _ = release(address);
        _ = release(unchecked((int)at));
        return response;
    }
}
