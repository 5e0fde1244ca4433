using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Exchange;

/// <summary>The lab exchange's settings (the contract's <c>Config</c>).</summary>
/// <param name="Oracle">The SEP-40 feed that prices come from.</param>
/// <param name="PairWasm">The SHA-256 of the wasm that new pairs run.</param>
/// <param name="Spread">What every trade pays, of its output.</param>
public sealed record ExchangeConfig(ContractId Oracle, Hash PairWasm, BasisPoints Spread)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static ExchangeConfig FromSCVal(SCVal value) => new(
        value.Field("oracle").ToContractId(),
        new Hash(value.Field("pair_wasm").ToBytes().Span),
        value.Field("spread_bps").ToBasisPoints());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("oracle", SCVal.FromAddress(Oracle)),
        ("pair_wasm", SCVal.FromBytes(PairWasm.Span)),
        ("spread_bps", ContractValue.Of(Spread)));
}
