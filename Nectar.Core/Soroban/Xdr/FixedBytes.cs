using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nectar.Core.Soroban.Xdr;

// Inline storage for the protocol's fixed opaques: the generated structs hold one each and are the public face.

[InlineArray(4)]
[SuppressMessage("Style", "IDE0044", Justification = "An inline array's one field is its storage.")]
[SuppressMessage("Style", "IDE0051", Justification = "An inline array's one field is its storage.")]
internal struct Bytes4
{
    private byte first;
}

[InlineArray(12)]
[SuppressMessage("Style", "IDE0044", Justification = "An inline array's one field is its storage.")]
[SuppressMessage("Style", "IDE0051", Justification = "An inline array's one field is its storage.")]
internal struct Bytes12
{
    private byte first;
}

[InlineArray(32)]
[SuppressMessage("Style", "IDE0044", Justification = "An inline array's one field is its storage.")]
[SuppressMessage("Style", "IDE0051", Justification = "An inline array's one field is its storage.")]
internal struct Bytes32
{
    private byte first;
}
