using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Calls;

/// <summary>What a call returns that returns nothing.</summary>
public readonly record struct Nothing
{
    internal static Nothing Read(SCVal returned) => returned is SCVal.Void
        ? default
        : throw new XdrException(nameof(Nothing), $"a value of kind {returned.Discriminant} where none was expected");
}
