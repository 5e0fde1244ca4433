using System.Text;

namespace Nectar.Web.Hosting;

/// <summary>
/// The names that a wasm module exports: a contract's functions are exports of its module. Reads the export section of
/// the binary format (WebAssembly core specification 5.5.10).
/// </summary>
internal static class WasmExports
{
    private const int ExportSection = 7;
    private const int HeaderLength = 8;

    /// <summary>All exported names.</summary>
    /// <exception cref="FormatException">It is no wasm module.</exception>
    public static IReadOnlySet<string> Read(ReadOnlySpan<byte> module)
    {
        if (module.Length < HeaderLength || !module[..4].SequenceEqual("\0asm"u8))
        {
            throw new FormatException($"{module.Length} bytes that are no wasm module");
        }

        var rest = module[HeaderLength..];
        while (rest.Length > 0)
        {
            var id = rest[0];
            rest = rest[1..];
            var size = Length(ref rest);
            if (size > rest.Length)
            {
                throw new FormatException($"a section of {size} bytes where {rest.Length} are left");
            }

            if (id == ExportSection)
            {
                return Names(rest[..size]);
            }

            rest = rest[size..];
        }

        return new HashSet<string>();
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> section)
    {
        var names = new HashSet<string>();
        for (var left = Length(ref section); left > 0; left--)
        {
            var length = Length(ref section);
            if (length >= section.Length)
            {
                throw new FormatException("an export that ends outside its section");
            }

            names.Add(Encoding.UTF8.GetString(section[..length]));
            section = section[(length + 1)..];
            Length(ref section);
        }

        return names;
    }

    // Unsigned LEB128 of at most 31 bits.
    private static int Length(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0L, 0);
        while (bytes.Length > 0 && shift <= 28)
        {
            var b = bytes[0];
            bytes = bytes[1..];
            value |= (long)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value <= int.MaxValue ? (int)value : throw new FormatException($"a length of {value}");
            }

            shift += 7;
        }

        throw new FormatException("a length without end");
    }
}
