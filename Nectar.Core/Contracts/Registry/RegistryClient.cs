using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>Calls of the keeper registry.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record RegistryClient(ContractId Contract)
{
    /// <summary>Deploys it at the address that <see cref="Soroban.Keys.Network.ContractIdOf(SCAddress, ReadOnlySpan{byte})"/> gives.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasm">The SHA-256 of the uploaded wasm.</param>
    /// <param name="admin">The owner.</param>
    /// <param name="vault">The vault, whose address may be computed before it is deployed.</param>
    /// <param name="stakeToken">USDC.</param>
    /// <param name="minStake">Smallest stake of a keeper, from 1 USDC.</param>
    public static Operation Deploy(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasm, SCAddress admin, ContractId vault, ContractId stakeToken, Usdc minStake) =>
        Operations.CreateContract(deployer, salt, wasm, ContractValue.Of(admin), SCVal.FromAddress(vault), SCVal.FromAddress(stakeToken), ContractValue.Of(minStake));

    /// <summary>The keeper signs: registers and locks a first stake. Refused while paused.</summary>
    /// <param name="keeper">The keeper.</param>
    /// <param name="name">1 to 32 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</param>
    /// <param name="stake">What it locks.</param>
    public ContractCall<Nothing> Register(SCAddress keeper, string name, Usdc stake) =>
        Contract.Call("register", ContractValue.Of(keeper), SCVal.FromString(name), ContractValue.Of(stake));

    /// <summary>The keeper signs: locks more; gives the new stake.</summary>
    public ContractCall<Usdc> AddStake(SCAddress keeper, Usdc amount) =>
        Contract.Call("add_stake", v => v.ToUsdc(), ContractValue.Of(keeper), ContractValue.Of(amount));

    /// <summary>The keeper signs: takes a part of the stake back; gives what stays.</summary>
    public ContractCall<Usdc> RemoveStake(SCAddress keeper, Usdc amount) =>
        Contract.Call("remove_stake", v => v.ToUsdc(), ContractValue.Of(keeper), ContractValue.Of(amount));

    /// <summary>The keeper signs: leaves and takes the whole stake along; gives the refund. Refused with capital out.</summary>
    public ContractCall<Usdc> Deregister(SCAddress keeper) => Contract.Call("deregister", v => v.ToUsdc(), ContractValue.Of(keeper));

    /// <summary>Whether capital may move to a keeper, and its stake; never fails.</summary>
    public ContractCall<Clearance> Clearance(SCAddress keeper) => Contract.Call("clearance", Registry.Clearance.FromSCVal, ContractValue.Of(keeper));

    /// <summary>A keeper's record; refused with <see cref="RegistryError.NotRegistered"/>.</summary>
    public ContractCall<KeeperEntry> GetKeeper(SCAddress keeper) => Contract.Call("get_keeper", KeeperEntry.FromSCVal, ContractValue.Of(keeper));

    /// <summary>Up to so many active keepers from a place on; empty beyond the end.</summary>
    /// <param name="start">The first place, from 0.</param>
    /// <param name="limit">How many at most.</param>
    public ContractCall<XdrArray<SCAddress>> GetKeepersPage(uint start, uint limit) =>
        Contract.Call("get_keepers_page", v => v.ToList(k => k.ToAddress()), SCVal.FromUInt32(start), SCVal.FromUInt32(limit));

    /// <summary>How many keepers are active.</summary>
    public ContractCall<uint> KeeperCount() => Contract.Call("keeper_count", v => v.ToUInt32());

    /// <summary>Whether a keeper is registered and not slashed, whatever the pause.</summary>
    public ContractCall<bool> IsActive(SCAddress keeper) => Contract.Call("is_active", v => v.ToBool(), ContractValue.Of(keeper));

    /// <summary>Whether register, draw and liquidate are stopped.</summary>
    public ContractCall<bool> Paused() => Contract.Call("paused", v => v.ToBool());

    /// <summary>The settings.</summary>
    public ContractCall<RegistryConfig> GetConfig() => Contract.Call("get_config", RegistryConfig.FromSCVal);

    /// <summary>The owner signs: stops register, draw and liquidate.</summary>
    public ContractCall<Nothing> Pause() => Contract.Call("pause");

    /// <summary>The owner signs: ends a pause.</summary>
    public ContractCall<Nothing> Unpause() => Contract.Call("unpause");
}
