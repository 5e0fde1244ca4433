using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Storage;

/// <summary>What a contract keeps in its instance.</summary>
/// <param name="Entries">The entries.</param>
public sealed record InstanceStorage(XdrArray<SCMapEntry> Entries)
{
    /// <summary>The value of a key; null where there is none.</summary>
    public SCVal? Find(SCVal key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Val;
            }
        }

        return null;
    }

    /// <summary>The value of a key that is a symbol.</summary>
    /// <exception cref="XdrException">There is none: the contract is not the one that was meant.</exception>
    public SCVal Require(string symbol) =>
        Find(SCVal.FromSymbol(symbol)) ?? throw new XdrException(nameof(InstanceStorage), $"the instance keeps no '{symbol}'");
}
