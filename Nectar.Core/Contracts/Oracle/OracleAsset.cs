using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Oracle;

/// <summary>What a price is of or in (SEP-40's <c>Asset</c>; the classic asset has that name here).</summary>
public abstract record OracleAsset
{
    private OracleAsset()
    {
    }

    /// <summary>Reads SEP-40's enum.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static OracleAsset FromSCVal(SCVal value) => value.ToVec() switch
    {
        [SCVal.Symbol(var name), var asset] when name == (XdrString)nameof(Stellar) => new Stellar(asset.ToContractId()),
        [SCVal.Symbol(var name), var symbol] when name == (XdrString)nameof(Other) => new Other(symbol.ToSymbol()),
        _ => throw new XdrException(nameof(OracleAsset), "neither Stellar(address) nor Other(symbol)"),
    };

    /// <summary>SEP-40's enum.</summary>
    public SCVal ToSCVal() => this switch
    {
        Stellar(var asset) => SCVal.FromEnumCase(nameof(Stellar), SCVal.FromAddress(asset)),
        Other(var symbol) => SCVal.FromEnumCase(nameof(Other), SCVal.FromSymbol(symbol)),
        _ => throw new InvalidOperationException("a third kind of asset"),
    };

    /// <summary>A token on this network.</summary>
    /// <param name="Token">Its contract.</param>
    public sealed record Stellar(ContractId Token) : OracleAsset;

    /// <summary>Something from elsewhere.</summary>
    /// <param name="Code">A symbol, like <c>USD</c>.</param>
    public sealed record Other(string Code) : OracleAsset;
}
