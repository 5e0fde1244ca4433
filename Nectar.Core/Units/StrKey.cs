using System.Buffers.Binary;

namespace Nectar.Core.Units;

/// <summary>
/// The text form of keys and ids (SEP-23): base32 of a version byte, the payload and a checksum. It lies in the lowest
/// room since the ids of this room print themselves with it.
/// </summary>
public static class StrKey
{
    // The longest: version, key, length, 64 bytes of payload, checksum.
    private const int MaxLength = 165;

    /// <summary>The strkey of a payload.</summary>
    /// <exception cref="FormatException">The payload has not the size or shape of the kind.</exception>
    public static string Encode(StrKeyKind kind, ReadOnlySpan<byte> payload)
    {
        // The empty signed payload has a wire form, so that it must print; no reader takes it back.
        if (!HasShape(kind, payload) && !(kind == StrKeyKind.SignedPayload && payload.Length == 36 && payload[32..].IndexOfAnyExcept((byte)0) < 0))
        {
            throw new FormatException($"{payload.Length} bytes are no payload of a strkey of kind {kind}");
        }

        Span<byte> bytes = stackalloc byte[payload.Length + 3];
        bytes[0] = (byte)kind;
        payload.CopyTo(bytes[1..]);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[^2..], Crc16(bytes[..^2]));
        return Base32.Encode(bytes);
    }

    /// <summary>The payload of a strkey that must be of the given kind.</summary>
    /// <exception cref="FormatException">It is none, or of another kind; the message never repeats a seed.</exception>
    public static byte[] Decode(StrKeyKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryDecode(text, out var found, out var payload) && found == kind
            ? payload
            : throw new FormatException($"{Shown(kind, text)} is not a strkey of kind {kind}");
    }

    /// <summary>Reads a strkey of any kind; false for anything that would not encode to exactly the same text.</summary>
    public static bool TryDecode(string text, out StrKeyKind kind, out byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(text);
        (kind, payload) = (default, []);
        if (text.Length > MaxLength || Base32.Decode(text) is not { Length: > 3 } bytes)
        {
            return false;
        }

        var checksum = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(^2..));
        (kind, payload) = ((StrKeyKind)bytes[0], bytes[1..^2]);
        return checksum == Crc16(bytes.AsSpan(..^2)) && HasShape(kind, payload) && Base32.Encode(bytes) == text;
    }

    private static bool HasShape(StrKeyKind kind, ReadOnlySpan<byte> payload) => kind switch
    {
        StrKeyKind.AccountId or StrKeyKind.Seed or StrKeyKind.PreAuthTransaction or StrKeyKind.HashX
            or StrKeyKind.Contract or StrKeyKind.LiquidityPool => payload.Length == 32,
        StrKeyKind.MuxedAccount => payload.Length == 40,
        StrKeyKind.ClaimableBalance => payload.Length == 33 && payload[0] == 0,
        StrKeyKind.SignedPayload => IsSignedPayload(payload),
        _ => false,
    };

    private static bool IsSignedPayload(ReadOnlySpan<byte> payload)
    {
        if (payload.Length is < 40 or > 100)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(payload[32..]);
        return length is >= 1 and <= 64
            && payload.Length == 36 + (((int)length + 3) & ~3)
            && payload[(36 + (int)length)..].IndexOfAnyExcept((byte)0) < 0;
    }

    // What might be a seed, whole or mistyped, stays out of messages.
    private static string Shown(StrKeyKind kind, string text) =>
        kind == StrKeyKind.Seed || text.StartsWith('S') || text.Length > MaxLength ? $"the text of {text.Length} characters" : $"'{text}'";

    // CRC-16/XMODEM: polynomial 0x1021, start 0.
    private static ushort Crc16(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var b in bytes)
        {
            crc ^= b << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
            }
        }

        return (ushort)crc;
    }
}
