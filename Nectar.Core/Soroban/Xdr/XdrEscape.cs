using System.Text;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// The escaping of SEP-51 for bytes that are meant to be read: printable ASCII stays, the backslash doubles, and the
/// rest becomes <c>\0 \t \n \r</c> or <c>\xNN</c>.
/// </summary>
internal static class XdrEscape
{
    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            _ = b switch
            {
                (byte)'\\' => text.Append(@"\\"),
                0 => text.Append(@"\0"),
                (byte)'\t' => text.Append(@"\t"),
                (byte)'\n' => text.Append(@"\n"),
                (byte)'\r' => text.Append(@"\r"),
                >= (byte)' ' and <= (byte)'~' => text.Append((char)b),
                _ => text.Append(@"\x").Append(Convert.ToHexStringLower([b])),
            };
        }

        return text.ToString();
    }

    /// <summary>Undoes <see cref="Escape"/>; text that needed no escape stands for its UTF-8 bytes.</summary>
    /// <exception cref="XdrException">A backslash is followed by something else than an escape.</exception>
    public static byte[] Unescape(string text, string what)
    {
        var source = Encoding.UTF8.GetBytes(text);
        var target = new byte[source.Length];
        var written = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != (byte)'\\')
            {
                target[written++] = source[i];
                continue;
            }

            i++;
            target[written++] = (i < source.Length ? (char)source[i] : '?') switch
            {
                '\\' => (byte)'\\',
                '0' => 0,
                't' => (byte)'\t',
                'n' => (byte)'\n',
                'r' => (byte)'\r',
                'x' when i + 2 < source.Length && Hex(source[i + 1]) is { } high && Hex(source[i + 2]) is { } low => Join(high, low, ref i),
                _ => throw new XdrException(what, $"'{text}' has a backslash at byte {i - 1} that begins no escape"),
            };
        }

        return target[..written];
    }

    private static byte Join(int high, int low, ref int index)
    {
        index += 2;
        return (byte)((high << 4) | low);
    }

    private static int? Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => null,
    };
}
