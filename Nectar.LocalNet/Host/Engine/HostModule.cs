using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Wasmtime;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>The host's wasm file compiled for this machine; any number of instances can be made of it.</summary>
internal sealed class HostModule : IDisposable
{
    /// <summary>
    /// What the compiled code may use of a thread's native stack: the most that the engine's .NET interface lets one set
    /// (it cannot go beyond the size of stacks for asynchronous calls, 2 MiB). The module keeps 8 MiB more in its own memory.
    /// </summary>
    public const int StackBytes = 2 << 20;

    private const string ResourceName = "nectar-host.wasm";

    private HostModule(Wasmtime.Engine engine, Module module) => (Engine, Module) = (engine, module);

    public Wasmtime.Engine Engine { get; }

    public Module Module { get; }

    /// <summary>Compiles the file, or takes what an earlier run compiled.</summary>
    /// <param name="cacheFolder">Where compiled code is kept.</param>
    /// <param name="logger">Told what was compiled anew and why.</param>
    public static HostModule Load(string cacheFolder, ILogger logger)
    {
        var wasm = ReadWasm();
        var engine = new Wasmtime.Engine(new Config()
            .WithMaximumStackSize(StackBytes)
            .WithOptimizationLevel(OptimizationLevel.Speed)
            // NaN bits are the one thing that WebAssembly leaves to the machine.
            .WithCraneliftNaNCanonicalization(true));
        try
        {
            var cache = new CompiledModuleCache(cacheFolder, logger);
            return new HostModule(engine, cache.Load(engine, wasm, Convert.ToHexStringLower(SHA256.HashData(wasm))));
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>The wasm file, which is part of this assembly.</summary>
    public static byte[] ReadWasm()
    {
        using var stream = typeof(HostModule).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {ResourceName}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose()
    {
        Module.Dispose();
        Engine.Dispose();
    }
}
