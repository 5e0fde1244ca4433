using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>Calls of a Blend v2 pool, or of the lab's, which has the same functions.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record PoolClient(ContractId Contract)
{
    /// <summary>Deploys it at the address that <see cref="Soroban.Keys.Network.ContractIdOf(SCAddress, ReadOnlySpan{byte})"/> gives.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasm">The SHA-256 of the uploaded wasm.</param>
    /// <param name="admin">The administrator, who signs.</param>
    /// <param name="name">A name.</param>
    /// <param name="oracle">A SEP-40 feed.</param>
    /// <param name="backstopRateE7">What of the interest goes to the backstop, with 7 decimals.</param>
    /// <param name="maxPositions">2 to 60.</param>
    /// <param name="minCollateral">With the oracle's decimals.</param>
    /// <param name="backstop">The backstop; for the lab a plain account.</param>
    /// <param name="backstopToken">What the backstop holds.</param>
    public static Operation Deploy(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasm, SCAddress admin, string name, ContractId oracle, uint backstopRateE7, uint maxPositions, Int128 minCollateral, SCAddress backstop, ContractId backstopToken) =>
        Operations.CreateContract(deployer, salt, wasm, ContractValue.Of(admin), SCVal.FromString(name), SCVal.FromAddress(oracle), SCVal.FromUInt32(backstopRateE7), SCVal.FromUInt32(maxPositions), SCVal.FromInt128(minCollateral), ContractValue.Of(backstop), SCVal.FromAddress(backstopToken));

    /// <summary>The settings.</summary>
    public ContractCall<PoolConfig> GetConfig() => Contract.Call("get_config", PoolConfig.FromSCVal);

    /// <summary>The assets in the order of their indexes.</summary>
    public ContractCall<XdrArray<ContractId>> GetReserveList() => Contract.Call("get_reserve_list", v => v.ToList(a => a.ToContractId()));

    /// <summary>A reserve, accrued to now; traps for an unknown asset.</summary>
    public ContractCall<Reserve> GetReserve(ContractId asset) => Contract.Call("get_reserve", Reserve.FromSCVal, SCVal.FromAddress(asset));

    /// <summary>What an account has; nothing where it has none.</summary>
    public ContractCall<Positions> GetPositions(SCAddress user) => Contract.Call("get_positions", Positions.FromSCVal, ContractValue.Of(user));

    /// <summary>An auction; traps where there is none.</summary>
    public ContractCall<AuctionData> GetAuction(AuctionType type, SCAddress user) =>
        Contract.Call("get_auction", AuctionData.FromSCVal, SCVal.FromUInt32((uint)type), ContractValue.Of(user));

    /// <summary>Anyone: opens an auction that starts with the next ledger; gives it.</summary>
    /// <param name="type">What is auctioned.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="bid">The debts.</param>
    /// <param name="lot">The collateral.</param>
    /// <param name="percent">Of the debts, 1 to 100.</param>
    public ContractCall<AuctionData> NewAuction(AuctionType type, SCAddress user, IEnumerable<ContractId> bid, IEnumerable<ContractId> lot, uint percent) =>
        Contract.Call("new_auction", AuctionData.FromSCVal, SCVal.FromUInt32((uint)type), ContractValue.Of(user), ContractValue.Of(bid, SCVal.FromAddress), ContractValue.Of(lot, SCVal.FromAddress), SCVal.FromUInt32(percent));

    /// <summary>Anyone: removes an auction 500 ledgers or more after its start.</summary>
    public ContractCall<Nothing> DelAuction(AuctionType type, SCAddress user) =>
        Contract.Call("del_auction", SCVal.FromUInt32((uint)type), ContractValue.Of(user));

    /// <summary>Anyone: moves debt without collateral to the backstop, or writes the backstop's own off.</summary>
    public ContractCall<Nothing> BadDebt(SCAddress user) => Contract.Call("bad_debt", ContractValue.Of(user));

    /// <summary>Spender signs, and from if another: applies requests; pays everything in, then everything out.</summary>
    /// <param name="from">Whose positions.</param>
    /// <param name="spender">Who pays.</param>
    /// <param name="to">Who is paid.</param>
    /// <param name="requests">The steps, in their order.</param>
    public ContractCall<Positions> Submit(SCAddress from, SCAddress spender, SCAddress to, IEnumerable<Request> requests) =>
        Contract.Call("submit", Positions.FromSCVal, ContractValue.Of(from), ContractValue.Of(spender), ContractValue.Of(to), ContractValue.Of(requests, r => r.ToSCVal()));

    /// <summary>As submit, but moves each token's difference, and pulls by the pool's allowance.</summary>
    /// <param name="from">Whose positions.</param>
    /// <param name="spender">Who pays.</param>
    /// <param name="to">Who is paid.</param>
    /// <param name="requests">The steps, in their order.</param>
    public ContractCall<Positions> SubmitWithAllowance(SCAddress from, SCAddress spender, SCAddress to, IEnumerable<Request> requests) =>
        Contract.Call("submit_with_allowance", Positions.FromSCVal, ContractValue.Of(from), ContractValue.Of(spender), ContractValue.Of(to), ContractValue.Of(requests, r => r.ToSCVal()));

    /// <summary>Anyone: brings the status up to date; gives it.</summary>
    public ContractCall<PoolStatus> UpdateStatus() => Contract.Call("update_status", v => (PoolStatus)v.ToUInt32());

    /// <summary>The administrator signs: sets the status.</summary>
    public ContractCall<Nothing> SetStatus(PoolStatus status) => Contract.Call("set_status", SCVal.FromUInt32((uint)status));

    /// <summary>The administrator signs: queues settings of a reserve.</summary>
    public ContractCall<Nothing> QueueSetReserve(ContractId asset, ReserveConfig config) =>
        Contract.Call("queue_set_reserve", SCVal.FromAddress(asset), config.ToSCVal());

    /// <summary>Anyone: applies queued settings a week later, or at once while the pool is being set up; gives the index.</summary>
    public ContractCall<uint> SetReserve(ContractId asset) => Contract.Call("set_reserve", v => v.ToUInt32(), SCVal.FromAddress(asset));
}
