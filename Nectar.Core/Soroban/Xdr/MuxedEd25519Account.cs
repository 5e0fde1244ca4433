using System.Buffers.Binary;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record MuxedEd25519Account
{
    /// <summary>Reads a strkey <c>M…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static MuxedEd25519Account Parse(string text)
    {
        var payload = XdrStrKey.Payload(StrKeyKind.MuxedAccount, text, nameof(MuxedEd25519Account));
        return new MuxedEd25519Account(BinaryPrimitives.ReadUInt64BigEndian(payload.AsSpan(32)), new Uint256(payload.AsSpan(..32)));
    }

    /// <summary>The strkey <c>M…</c>.</summary>
    public override string ToString()
    {
        Span<byte> payload = stackalloc byte[40];
        Ed25519.Span.CopyTo(payload);
        BinaryPrimitives.WriteUInt64BigEndian(payload[32..], Id);
        return StrKey.Encode(StrKeyKind.MuxedAccount, payload);
    }
}
