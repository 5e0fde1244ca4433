using System.Numerics;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Wallet;

namespace Nectar.Web.Flow;

/// <summary>What a visitor sees before signing: the transaction, and what its simulation says it will do.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Account">Who signs and pays.</param>
/// <param name="Transaction">To be signed.</param>
/// <param name="LastLedger">The last ledger that may include it.</param>
/// <param name="Expected">What comes out: units of shares for a deposit, stroops of USDC for a withdrawal, else 0.</param>
/// <param name="Before">What the account has before it.</param>
/// <param name="IsRestore">Whether it only restores archived entries, and the order comes behind it.</param>
public sealed record FlowReview(
    FlowOrder Order, AccountId Account, Transaction Transaction, LedgerNumber LastLedger, Int128 Expected, Holdings Before, bool IsRestore)
{
    private const int ToleranceParts = 1_000;

    /// <summary>
    /// The least that is taken: one thousandth less than expected, rounded up. The contract knows no such bound, so that
    /// the call is simulated once more right before it is signed.
    /// </summary>
    public Int128 Least => Expected - (Expected / ToleranceParts);

    /// <summary>Profit of the whole vault that has not vested yet: deposits pay for it, withdrawals do not get it.</summary>
    public Usdc Unvested => Before.Books.UnvestedAt(Before.Ledger);

    /// <summary>For a withdrawal, the part of <see cref="Unvested"/> that its shares would have got, rounded down; else 0.</summary>
    public Usdc LeftBehind => Order is FlowOrder.Withdraw(var shares) && Before.Books.TotalShares > Shares.Zero
        ? new Usdc((Int128)((BigInteger)Unvested.Stroops * (BigInteger)shares.Units / (BigInteger)Before.Books.TotalShares.Units))
        : Usdc.Zero;

    /// <summary>The part of the fee that cannot fall, in stroops of XLM.</summary>
    public long ResourceFee => Transaction.Body.Ext is TransactionExt.V1(var data) ? data.ResourceFee : 0;

    /// <summary>The part of the fee for a place in a ledger, in stroops of XLM.</summary>
    public long InclusionFee => Transaction.Body.Fee - ResourceFee;
}
