using System.Numerics;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>What the vault keeps of itself (the contract's <c>Books</c>); with a ledger it says what <c>get_state</c> would.</summary>
/// <param name="Drawn">What keepers have out.</param>
/// <param name="Idle">What is in the vault, as booked.</param>
/// <param name="Loss">Losses booked since the start.</param>
/// <param name="Profit">Profit booked for depositors since the start, fees taken off.</param>
/// <param name="TotalShares">Shares in existence.</param>
/// <param name="VestAmount">Profit that vests between the two ledgers.</param>
/// <param name="VestFrom">The ledger from which it vests.</param>
/// <param name="VestUntil">The ledger at which all of it has vested.</param>
public sealed record VaultBooks(
    Usdc Drawn, Usdc Idle, Usdc Loss, Usdc Profit, Shares TotalShares, Usdc VestAmount, LedgerNumber VestFrom, LedgerNumber VestUntil)
{
    private const int VirtualShares = 1_000_000;
    private const int VirtualStroops = 1;
    private static readonly Int128 priceScale = 1_000_000_000_000;

    /// <summary>Everything the vault owns, unvested profit included: what deposits are priced at.</summary>
    public Usdc Gross => Idle + Drawn;

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static VaultBooks FromSCVal(SCVal value) => new(
        value.Field("drawn").ToUsdc(),
        value.Field("idle").ToUsdc(),
        value.Field("loss").ToUsdc(),
        value.Field("profit").ToUsdc(),
        value.Field("shares").ToShares(),
        value.Field("vest_amount").ToUsdc(),
        value.Field("vest_from").ToLedger(),
        value.Field("vest_until").ToLedger());

    /// <summary>Profit that is not the depositors' yet at a ledger, rounded up.</summary>
    public Usdc UnvestedAt(LedgerNumber ledger)
    {
        if (ledger >= VestUntil)
        {
            return Usdc.Zero;
        }

        var left = VestUntil.Value - Math.Max(ledger.Value, VestFrom.Value);
        var product = (BigInteger)VestAmount.Stroops * left;
        var whole = (BigInteger)(VestUntil.Value - VestFrom.Value);
        return new Usdc((Int128)((product + whole - 1) / whole));
    }

    /// <summary>What withdrawals are priced at in a ledger; never below 0.</summary>
    public Usdc TotalAssetsAt(LedgerNumber ledger) => new(Int128.Max(0, (Gross - UnvestedAt(ledger)).Stroops));

    /// <summary>What shares redeem in a ledger, rounded down.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public Usdc ValueOf(Shares shares, LedgerNumber ledger) => new(ValueAt(shares.Units, ledger));

    /// <summary>The vault in a ledger, as <c>get_state</c> would tell it there.</summary>
    public VaultState StateAt(LedgerNumber ledger) => new(
        Drawn, Idle, Loss, Profit, ValueAt(VirtualShares * priceScale, ledger), TotalAssetsAt(ledger), TotalShares, UnvestedAt(ledger), VestUntil);

    private Int128 ValueAt(Int128 shares, LedgerNumber ledger) =>
        (Int128)((BigInteger)shares * ((BigInteger)TotalAssetsAt(ledger).Stroops + VirtualStroops)
            / ((BigInteger)TotalShares.Units + VirtualShares));
}
