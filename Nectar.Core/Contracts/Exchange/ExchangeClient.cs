using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Exchange;

/// <summary>Calls of an exchange with Soroswap's router functions, and of the lab exchange's own.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record ExchangeClient(ContractId Contract)
{
    /// <summary>Deploys it at the address that <see cref="Soroban.Keys.Network.ContractIdOf(SCAddress, ReadOnlySpan{byte})"/> gives.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasm">The SHA-256 of the uploaded wasm.</param>
    /// <param name="admin">The owner.</param>
    /// <param name="oracle">The SEP-40 feed that prices come from.</param>
    /// <param name="pairWasm">The SHA-256 of the pairs' uploaded wasm.</param>
    /// <param name="spread">What every trade pays, up to 1,000.</param>
    public static Operation Deploy(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasm, SCAddress admin, ContractId oracle, Hash pairWasm, BasisPoints spread) =>
        Operations.CreateContract(deployer, salt, wasm, ContractValue.Of(admin), SCVal.FromAddress(oracle), SCVal.FromBytes(pairWasm.Span), ContractValue.Of(spread));

    /// <summary>The recipient signs: sells exactly so much; gives what moved of each token.</summary>
    /// <param name="amountIn">Units of the first token.</param>
    /// <param name="amountOutMin">Least units of the last.</param>
    /// <param name="path">The tokens of the way, 2 to 5.</param>
    /// <param name="to">Who pays and is paid.</param>
    /// <param name="deadlineSeconds">Unix seconds; equal to the ledger's time counts as passed.</param>
    public ContractCall<XdrArray<Int128>> SwapExactTokensForTokens(Int128 amountIn, Int128 amountOutMin, IEnumerable<ContractId> path, SCAddress to, ulong deadlineSeconds) =>
        Contract.Call("swap_exact_tokens_for_tokens", v => v.ToList(a => a.ToInt128()), SCVal.FromInt128(amountIn), SCVal.FromInt128(amountOutMin), ContractValue.Of(path, SCVal.FromAddress), ContractValue.Of(to), SCVal.FromUInt64(deadlineSeconds));

    /// <summary>The recipient signs: buys exactly so much; gives what moved of each token.</summary>
    /// <param name="amountOut">Units of the last token.</param>
    /// <param name="amountInMax">Most units of the first.</param>
    /// <param name="path">The tokens of the way, 2 to 5.</param>
    /// <param name="to">Who pays and is paid.</param>
    /// <param name="deadlineSeconds">Unix seconds; equal to the ledger's time counts as passed.</param>
    public ContractCall<XdrArray<Int128>> SwapTokensForExactTokens(Int128 amountOut, Int128 amountInMax, IEnumerable<ContractId> path, SCAddress to, ulong deadlineSeconds) =>
        Contract.Call("swap_tokens_for_exact_tokens", v => v.ToList(a => a.ToInt128()), SCVal.FromInt128(amountOut), SCVal.FromInt128(amountInMax), ContractValue.Of(path, SCVal.FromAddress), ContractValue.Of(to), SCVal.FromUInt64(deadlineSeconds));

    /// <summary>What a sale of so much would move of each token.</summary>
    /// <param name="amountIn">Units of the first token.</param>
    /// <param name="path">The tokens of the way, 2 to 5.</param>
    public ContractCall<XdrArray<Int128>> RouterGetAmountsOut(Int128 amountIn, IEnumerable<ContractId> path) =>
        Contract.Call("router_get_amounts_out", v => v.ToList(a => a.ToInt128()), SCVal.FromInt128(amountIn), ContractValue.Of(path, SCVal.FromAddress));

    /// <summary>What a purchase of so much would move of each token.</summary>
    /// <param name="amountOut">Units of the last token.</param>
    /// <param name="path">The tokens of the way, 2 to 5.</param>
    public ContractCall<XdrArray<Int128>> RouterGetAmountsIn(Int128 amountOut, IEnumerable<ContractId> path) =>
        Contract.Call("router_get_amounts_in", v => v.ToList(a => a.ToInt128()), SCVal.FromInt128(amountOut), ContractValue.Of(path, SCVal.FromAddress));

    /// <summary>The pair of two tokens, in any order.</summary>
    public ContractCall<ContractId> RouterPairFor(ContractId tokenA, ContractId tokenB) =>
        Contract.Call("router_pair_for", v => v.ToContractId(), SCVal.FromAddress(tokenA), SCVal.FromAddress(tokenB));

    /// <summary>Lab only: the settings.</summary>
    public ContractCall<ExchangeConfig> GetConfig() => Contract.Call("get_config", ExchangeConfig.FromSCVal);

    /// <summary>Lab only. The owner signs: deploys a pair; what is sent to it is its inventory. Gives its address.</summary>
    public ContractCall<ContractId> CreatePair(ContractId tokenA, ContractId tokenB) =>
        Contract.Call("create_pair", v => v.ToContractId(), SCVal.FromAddress(tokenA), SCVal.FromAddress(tokenB));

    /// <summary>Lab only. The owner signs: moves the price of a in b away from the oracle's, in basis points, −9,000 to 9,000.</summary>
    public ContractCall<Nothing> SetPriceSkew(ContractId tokenA, ContractId tokenB, int skewBps) =>
        Contract.Call("set_price_skew", SCVal.FromAddress(tokenA), SCVal.FromAddress(tokenB), SCVal.FromInt32(skewBps));

    /// <summary>Lab only. The owner signs: takes inventory back.</summary>
    /// <param name="token">Of which token.</param>
    /// <param name="other">The other token of the pair.</param>
    /// <param name="amount">Units of the token.</param>
    /// <param name="to">Who gets it.</param>
    public ContractCall<Nothing> WithdrawInventory(ContractId token, ContractId other, Int128 amount, SCAddress to) =>
        Contract.Call("withdraw_inventory", SCVal.FromAddress(token), SCVal.FromAddress(other), SCVal.FromInt128(amount), ContractValue.Of(to));
}
