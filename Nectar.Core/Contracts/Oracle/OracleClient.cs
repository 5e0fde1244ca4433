using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Oracle;

/// <summary>Calls of a SEP-40 feed, and of the lab's own settings of prices.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record OracleClient(ContractId Contract)
{
    /// <summary>Deploys it at the address that <see cref="Soroban.Keys.Network.ContractIdOf(SCAddress, ReadOnlySpan{byte})"/> gives.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasm">The SHA-256 of the uploaded wasm.</param>
    /// <param name="admin">The owner.</param>
    /// <param name="baseAsset">What prices are in.</param>
    /// <param name="decimals">0 to 18.</param>
    /// <param name="resolutionSeconds">The announced seconds between two prices.</param>
    public static Operation Deploy(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasm, SCAddress admin, OracleAsset baseAsset, uint decimals, uint resolutionSeconds) =>
        Operations.CreateContract(deployer, salt, wasm, ContractValue.Of(admin), baseAsset.ToSCVal(), SCVal.FromUInt32(decimals), SCVal.FromUInt32(resolutionSeconds));

    /// <summary>What prices are in.</summary>
    public ContractCall<OracleAsset> Base() => Contract.Call("base", OracleAsset.FromSCVal);

    /// <summary>Decimals of the prices.</summary>
    public ContractCall<uint> Decimals() => Contract.Call("decimals", v => v.ToUInt32());

    /// <summary>The announced seconds between two prices.</summary>
    public ContractCall<uint> Resolution() => Contract.Call("resolution", v => v.ToUInt32());

    /// <summary>Every asset that has a price.</summary>
    public ContractCall<XdrArray<OracleAsset>> Assets() => Contract.Call("assets", v => v.ToList(OracleAsset.FromSCVal));

    /// <summary>The last price of an asset; null where there is none.</summary>
    public ContractCall<PriceData?> LastPrice(OracleAsset asset) => Contract.Call("lastprice", v => v.ToOption(PriceData.FromSCVal), asset.ToSCVal());

    /// <summary>The price in force at a second; null where there is none.</summary>
    public ContractCall<PriceData?> Price(OracleAsset asset, ulong timestampSeconds) =>
        Contract.Call("price", v => v.ToOption(PriceData.FromSCVal), asset.ToSCVal(), SCVal.FromUInt64(timestampSeconds));

    /// <summary>Lab only. The owner signs: a price as of now.</summary>
    public ContractCall<Nothing> SetPrice(OracleAsset asset, Int128 price) => Contract.Call("set_price", asset.ToSCVal(), SCVal.FromInt128(price));

    /// <summary>Lab only. The owner signs: up to 32 prices as of now, all or none.</summary>
    public ContractCall<Nothing> SetPrices(IReadOnlyList<KeyValuePair<OracleAsset, Int128>> prices) =>
        Contract.Call("set_prices", ContractValue.Of(prices, p => p.Key.ToSCVal()), ContractValue.Of(prices, p => SCVal.FromInt128(p.Value)));

    /// <summary>Lab only. The owner signs: a price as of then; later records are dropped.</summary>
    public ContractCall<Nothing> SetPriceAt(OracleAsset asset, Int128 price, ulong timestampSeconds) =>
        Contract.Call("set_price_at", asset.ToSCVal(), SCVal.FromInt128(price), SCVal.FromUInt64(timestampSeconds));
}
