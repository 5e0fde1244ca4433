using System.Numerics;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;

namespace Nectar.Web.Wallet;

/// <summary>What an address has, and the vault as it was in the same ledger.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Exists">Whether the account exists; a contract always does.</param>
/// <param name="Xlm">XLM in stroops; null for a contract.</param>
/// <param name="HasTrustline">Whether it can hold USDC.</param>
/// <param name="Usdc">USDC; null for a contract.</param>
/// <param name="Shares">Shares of the vault.</param>
/// <param name="CooldownEnds">The ledger from which it may withdraw; null without a cooldown.</param>
/// <param name="Books">The vault's books.</param>
/// <param name="Config">The vault's settings.</param>
public sealed record Holdings(
    LedgerNumber Ledger,
    bool Exists,
    long? Xlm,
    bool HasTrustline,
    Usdc? Usdc,
    Shares Shares,
    LedgerNumber? CooldownEnds,
    VaultBooks Books,
    VaultConfig Config)
{
    /// <summary>What the shares redeem in that ledger, rounded down.</summary>
    public Usdc Value => Books.ValueOf(Shares, Ledger);

    /// <summary>How many more ledgers a withdrawal has to wait.</summary>
    public uint CooldownLeft => CooldownEnds is { } ends && ends > Ledger ? ends.Value - Ledger.Value : 0;

    /// <summary>What can be withdrawn now: no more than is idle, nothing during the cooldown.</summary>
    public Usdc MaxWithdraw => CooldownLeft > 0 ? Core.Units.Usdc.Zero : Value < Books.Idle ? Value : Books.Idle;

    /// <summary>
    /// The shares that redeem at most what is idle: all, where that is enough. Rounded down, so that the vault can pay.
    /// </summary>
    public Shares MaxRedeem => MaxWithdraw == Value ? Shares : Proportion(MaxWithdraw);

    /// <summary>The fewest shares that redeem at least so much, at this ledger's price: all of them for all that they are worth.</summary>
    public Shares SharesFor(Usdc amount)
    {
        if (amount >= Value)
        {
            return amount == Value ? Shares : new Shares(checked(Shares.Units + 1));
        }

        // The payout is rounded down, so that the proportion may fall short by a stroop.
        var (shares, aStroop) = (Proportion(amount), Proportion(new Usdc(1)) + new Shares(1));
        while (Books.ValueOf(shares, Ledger) < amount)
        {
            shares += aStroop;
        }

        return shares < Shares ? shares : Shares;
    }

    /// <summary>What can be deposited now: no more than it has, and than the cap leaves.</summary>
    public Usdc MaxDeposit
    {
        get
        {
            var has = Usdc ?? Core.Units.Usdc.Zero;
            return Capacity is { } room && room < has ? room : has;
        }
    }

    /// <summary>What the cap leaves for deposits; null without a cap.</summary>
    public Usdc? Capacity => Config.DepositCap == Core.Units.Usdc.Zero
        ? null
        : new Usdc(Int128.Max(0, (Config.DepositCap - Books.Gross).Stroops));

    private Shares Proportion(Usdc amount) => new((Int128)((BigInteger)Shares.Units * amount.Stroops / (BigInteger)Value.Stroops));
}
