using System.Collections.Frozen;

namespace Nectar.Tests.Core.Soroban.Xdr;

internal static partial class XdrCatalog
{
    public static FrozenDictionary<string, IXdrCatalogEntry> ByName { get; } = Entries().ToFrozenDictionary(e => e.Name);
}
