using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>Makes calls for the clients of this room.</summary>
internal static class ContractCalls
{
    public static ContractCall<T> Call<T>(this ContractId contract, string function, Func<SCVal, T> read, params ReadOnlySpan<SCVal> arguments) =>
        new(contract, function, read, XdrArray.Create(arguments));

    /// <summary>A call whose success says it all.</summary>
    public static ContractCall<Nothing> Call(this ContractId contract, string function, params ReadOnlySpan<SCVal> arguments) =>
        new(contract, function, Nothing.Read, XdrArray.Create(arguments));
}
