using System.Text;

namespace Nectar.Core.Keeper;

/// <summary>The functions that a wasm module exports: what a contract can be called by (WebAssembly core specification 5.5).</summary>
internal static class WasmExports
{
    private const int ExportSection = 7;
    private const byte Function = 0;

    /// <summary>The names; empty for what is no module.</summary>
    public static HashSet<string> Read(ReadOnlySpan<byte> module)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (module.Length < 8 || !module.StartsWith("\0asm"u8))
        {
            return names;
        }

        var rest = module[8..];
        while (rest.Length > 1)
        {
            var id = rest[0];
            rest = rest[1..];
            var length = Number(ref rest);
            if (length > rest.Length)
            {
                break;
            }

            var section = rest[..length];
            rest = rest[length..];
            if (id == ExportSection)
            {
                ReadSection(section, names);
            }
        }

        return names;
    }

    private static void ReadSection(ReadOnlySpan<byte> section, HashSet<string> names)
    {
        for (var count = Number(ref section); count > 0 && section.Length > 0; count--)
        {
            var length = Number(ref section);
            if (length >= section.Length)
            {
                return;
            }

            var name = Encoding.UTF8.GetString(section[..length]);
            var kind = section[length];
            section = section[(length + 1)..];
            Number(ref section);
            if (kind == Function)
            {
                names.Add(name);
            }
        }
    }

    // LEB128 of at most 32 bits; what ends too soon or is too large counts as beyond everything.
    private static int Number(ref ReadOnlySpan<byte> rest)
    {
        var value = 0UL;
        for (var shift = 0; shift < 35 && rest.Length > 0; shift += 7)
        {
            var part = rest[0];
            rest = rest[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
            {
                return value > int.MaxValue ? int.MaxValue : (int)value;
            }
        }

        return int.MaxValue;
    }
}
