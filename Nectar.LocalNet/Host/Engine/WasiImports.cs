using System.Buffers.Binary;
using System.Text;
using Wasmtime;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>The five imports of WASI that the module has; nothing that they give reaches an answer.</summary>
internal sealed class WasiImports
{
    private const string Wasi = "wasi_snapshot_preview1";
    private const int MaxPanicBytes = 16 << 10;

    private readonly StringBuilder panic = new();

    /// <summary>What the module wrote when it panicked, and forgets it.</summary>
    public string TakePanic()
    {
        var text = panic.ToString().Trim();
        panic.Clear();
        return text;
    }

    public void Define(Linker linker)
    {
        linker.DefineFunction(Wasi, "random_get", (Caller caller, int address, int length) =>
        {
            caller.GetMemory("memory")!.GetSpan(At(address), length).Clear();
            return 0;
        });
        linker.DefineFunction(Wasi, "environ_get", (int _, int _) => 0);
        linker.DefineFunction(Wasi, "environ_sizes_get", (Caller caller, int count, int size) =>
        {
            var memory = caller.GetMemory("memory")!;
            memory.WriteInt32(At(count), 0);
            memory.WriteInt32(At(size), 0);
            return 0;
        });
        linker.DefineFunction(Wasi, "fd_write", (Caller caller, int _, int parts, int count, int written) =>
        {
            var memory = caller.GetMemory("memory")!;
            memory.WriteInt32(At(written), Write(memory, At(parts), count));
            return 0;
        });
        linker.DefineFunction<int>(Wasi, "proc_exit", Exit);
    }

    // WebAssembly has no unsigned integers: addresses come as signed ones.
    private static long At(int address) => unchecked((uint)address);

    private static void Exit(int code) => throw new HostTrapException($"the module exited with {code}");

    private int Write(Memory memory, long parts, int count)
    {
        var total = 0;
        for (var i = 0; i < count; i++)
        {
            var part = memory.GetSpan(parts + (8L * i), 8);
            var address = BinaryPrimitives.ReadUInt32LittleEndian(part);
            var length = BinaryPrimitives.ReadInt32LittleEndian(part[4..]);
            var text = memory.GetSpan((long)address, length);
            panic.Append(Encoding.UTF8.GetString(text[..Math.Min(length, Math.Max(0, MaxPanicBytes - panic.Length))]));
            total += length;
        }

        return total;
    }
}
