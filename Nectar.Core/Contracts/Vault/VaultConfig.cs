using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>The vault's settings (the contract's <c>Config</c>); its README has the bounds.</summary>
/// <param name="DefaultPenalty">What a keeper that does not return loses on top of its debt.</param>
/// <param name="DepositCap">What idle and drawn may come to by deposits; 0 for no cap.</param>
/// <param name="DrawDeadlineLedgers">Ledgers from a draw until anyone may settle it.</param>
/// <param name="KeeperFee">The keeper's part of a profit.</param>
/// <param name="MaxDrawPerKeeper">The most that one keeper may have out; 0 for no limit but its stake.</param>
/// <param name="MaxDrawn">The most that all keepers may have out, of total assets.</param>
/// <param name="MaxSlippage">How far a swap may fall short of the oracle price.</param>
/// <param name="MinProfit">Least profit of an atomic liquidation, of the USDC spent.</param>
/// <param name="VestingLedgers">Ledgers over which a profit vests.</param>
/// <param name="WithdrawCooldownLedgers">Ledgers from a deposit until its shares can be redeemed; 0 for none.</param>
public sealed record VaultConfig(
    BasisPoints DefaultPenalty,
    Usdc DepositCap,
    uint DrawDeadlineLedgers,
    BasisPoints KeeperFee,
    Usdc MaxDrawPerKeeper,
    BasisPoints MaxDrawn,
    BasisPoints MaxSlippage,
    BasisPoints MinProfit,
    uint VestingLedgers,
    uint WithdrawCooldownLedgers)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static VaultConfig FromSCVal(SCVal value) => new(
        value.Field("default_penalty_bps").ToBasisPoints(),
        value.Field("deposit_cap").ToUsdc(),
        value.Field("draw_deadline").ToUInt32(),
        value.Field("keeper_fee_bps").ToBasisPoints(),
        value.Field("max_draw_per_keeper").ToUsdc(),
        value.Field("max_drawn_bps").ToBasisPoints(),
        value.Field("max_slippage_bps").ToBasisPoints(),
        value.Field("min_profit_bps").ToBasisPoints(),
        value.Field("vesting_ledgers").ToUInt32(),
        value.Field("withdraw_cooldown").ToUInt32());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("default_penalty_bps", ContractValue.Of(DefaultPenalty)),
        ("deposit_cap", ContractValue.Of(DepositCap)),
        ("draw_deadline", SCVal.FromUInt32(DrawDeadlineLedgers)),
        ("keeper_fee_bps", ContractValue.Of(KeeperFee)),
        ("max_draw_per_keeper", ContractValue.Of(MaxDrawPerKeeper)),
        ("max_drawn_bps", ContractValue.Of(MaxDrawn)),
        ("max_slippage_bps", ContractValue.Of(MaxSlippage)),
        ("min_profit_bps", ContractValue.Of(MinProfit)),
        ("vesting_ledgers", SCVal.FromUInt32(VestingLedgers)),
        ("withdraw_cooldown", SCVal.FromUInt32(WithdrawCooldownLedgers)));
}
