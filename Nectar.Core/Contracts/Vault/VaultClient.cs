using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>Calls of the vault.</summary>
/// <param name="Contract">Where it is.</param>
public sealed record VaultClient(ContractId Contract)
{
    /// <summary>Deploys it at the address that <see cref="Soroban.Keys.Network.ContractIdOf(SCAddress, ReadOnlySpan{byte})"/> gives.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasm">The SHA-256 of the uploaded wasm.</param>
    /// <param name="admin">The owner, who signs and gives 10 USDC of seed shares.</param>
    /// <param name="usdc">USDC.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="config">The settings.</param>
    public static Operation Deploy(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasm, SCAddress admin, ContractId usdc, ContractId registry, VaultConfig config) =>
        Operations.CreateContract(deployer, salt, wasm, ContractValue.Of(admin), SCVal.FromAddress(usdc), SCVal.FromAddress(registry), config.ToSCVal());

    /// <summary>The user signs: USDC in, shares out, rounded down.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="amount">What goes in.</param>
    public ContractCall<Shares> Deposit(SCAddress user, Usdc amount) =>
        Contract.Call("deposit", v => v.ToShares(), ContractValue.Of(user), ContractValue.Of(amount));

    /// <summary>The user signs: shares in, USDC out, rounded down; paid from idle capital.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="shares">What is redeemed.</param>
    public ContractCall<Usdc> Withdraw(SCAddress user, Shares shares) =>
        Contract.Call("withdraw", v => v.ToUsdc(), ContractValue.Of(user), ContractValue.Of(shares));

    /// <summary>The keeper signs: capital out against its stake.</summary>
    public ContractCall<Nothing> Draw(SCAddress keeper, Usdc amount) => Contract.Call("draw", ContractValue.Of(keeper), ContractValue.Of(amount));

    /// <summary>The keeper signs: the debt first, the rest is profit; gives the profit, fee included.</summary>
    public ContractCall<Usdc> ReturnProceeds(SCAddress keeper, Usdc amount) =>
        Contract.Call("return_proceeds", v => v.ToUsdc(), ContractValue.Of(keeper), ContractValue.Of(amount));

    /// <summary>Anyone: takes an overdue debt and its penalty from the stake; gives what the stake paid.</summary>
    public ContractCall<Usdc> SettleOverdue(SCAddress keeper) => Contract.Call("settle_overdue", v => v.ToUsdc(), ContractValue.Of(keeper));

    /// <summary>The keeper signs: one liquidation in one transaction; gives the profit measured, fee included.</summary>
    public ContractCall<Usdc> Liquidate(SCAddress keeper, LiquidationPlan plan) =>
        Contract.Call("liquidate", v => v.ToUsdc(), ContractValue.Of(keeper), plan.ToSCVal());

    /// <summary>A user's shares and what they redeem now.</summary>
    public ContractCall<VaultPosition> Position(SCAddress user) => Contract.Call("position", VaultPosition.FromSCVal, ContractValue.Of(user));

    /// <summary>What a user could withdraw now.</summary>
    public ContractCall<Usdc> MaxWithdraw(SCAddress user) => Contract.Call("max_withdraw", v => v.ToUsdc(), ContractValue.Of(user));

    /// <summary>The shares that a deposit would get now; 0 where it would be refused for its amount.</summary>
    public ContractCall<Shares> PreviewDeposit(Usdc amount) => Contract.Call("preview_deposit", v => v.ToShares(), ContractValue.Of(amount));

    /// <summary>What shares would redeem now; 0 for a number that cannot be.</summary>
    public ContractCall<Usdc> PreviewRedeem(Shares shares) => Contract.Call("preview_redeem", v => v.ToUsdc(), ContractValue.Of(shares));

    /// <summary>USDC per share with 12 decimals at the withdrawal price, rounded down.</summary>
    public ContractCall<Int128> SharePrice() => Contract.Call("share_price", v => v.ToInt128());

    /// <summary>The vault now.</summary>
    public ContractCall<VaultState> GetState() => Contract.Call("get_state", VaultState.FromSCVal);

    /// <summary>The settings.</summary>
    public ContractCall<VaultConfig> GetConfig() => Contract.Call("get_config", VaultConfig.FromSCVal);

    /// <summary>A keeper's debt and history; all zero for one that never touched capital.</summary>
    public ContractCall<KeeperRecord> GetKeeperRecord(SCAddress keeper) =>
        Contract.Call("get_keeper_record", KeeperRecord.FromSCVal, ContractValue.Of(keeper));

    /// <summary>The stake that a keeper's open draws need, penalty included, rounded up.</summary>
    public ContractCall<Usdc> StakeNeeded(SCAddress keeper) => Contract.Call("stake_needed", v => v.ToUsdc(), ContractValue.Of(keeper));

    /// <summary>The owner signs: sets every field, each within its bounds.</summary>
    public ContractCall<Nothing> SetConfig(VaultConfig config) => Contract.Call("set_config", config.ToSCVal());

    /// <summary>The owner signs: lists a pool that plans may name, or takes it off.</summary>
    public ContractCall<Nothing> AllowPool(ContractId pool, bool listed) =>
        Contract.Call("allow_pool", SCVal.FromAddress(pool), SCVal.FromBool(listed));

    /// <summary>The owner signs: lists an exchange that plans may name, or takes it off.</summary>
    public ContractCall<Nothing> AllowExchange(ContractId exchange, bool listed) =>
        Contract.Call("allow_exchange", SCVal.FromAddress(exchange), SCVal.FromBool(listed));

    /// <summary>The owner signs: lists an asset with its own oracle.</summary>
    /// <param name="asset">The token.</param>
    /// <param name="oracle">Its SEP-40 feed, apart from any pool's.</param>
    /// <param name="maxAgeSeconds">The oldest price that is used, 1 to 86,400 s.</param>
    /// <param name="maxDeviation">How far a pool's price may be off.</param>
    public ContractCall<Nothing> SetAsset(ContractId asset, ContractId oracle, ulong maxAgeSeconds, BasisPoints maxDeviation) =>
        Contract.Call("set_asset", SCVal.FromAddress(asset), SCVal.FromAddress(oracle), SCVal.FromUInt64(maxAgeSeconds), ContractValue.Of(maxDeviation));

    /// <summary>The owner signs: takes an asset off the list.</summary>
    public ContractCall<Nothing> RemoveAsset(ContractId asset) => Contract.Call("remove_asset", SCVal.FromAddress(asset));
}
