using System.Buffers.Binary;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record MuxedAccountMed25519
{
    /// <summary>Reads a strkey <c>M…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static MuxedAccountMed25519 Parse(string text)
    {
        var payload = XdrStrKey.Payload(StrKeyKind.MuxedAccount, text, nameof(MuxedAccountMed25519));
        return new MuxedAccountMed25519(BinaryPrimitives.ReadUInt64BigEndian(payload.AsSpan(32)), new Uint256(payload.AsSpan(..32)));
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
