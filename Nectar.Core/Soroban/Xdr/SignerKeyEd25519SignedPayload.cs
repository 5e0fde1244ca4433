using System.Buffers.Binary;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record SignerKeyEd25519SignedPayload
{
    /// <summary>Reads a strkey <c>P…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static SignerKeyEd25519SignedPayload Parse(string text)
    {
        var payload = XdrStrKey.Payload(StrKeyKind.SignedPayload, text, nameof(SignerKeyEd25519SignedPayload));
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(32));
        return new SignerKeyEd25519SignedPayload(new Uint256(payload.AsSpan(..32)), new XdrBytes(payload.AsSpan(36, length)));
    }

    /// <summary>The strkey <c>P…</c>.</summary>
    public override string ToString()
    {
        var bytes = new byte[36 + ((Payload.Length + 3) & ~3)];
        Ed25519.Span.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(32), Payload.Length);
        Payload.Span.CopyTo(bytes.AsSpan(36));
        return StrKey.Encode(StrKeyKind.SignedPayload, bytes);
    }
}
