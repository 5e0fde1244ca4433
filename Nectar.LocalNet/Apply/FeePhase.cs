using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply;

/// <summary>
/// Takes all fees of a ledger before any of its transactions is applied, and gives back what of resource fees was not used
/// after all of them were (CAP-62).
/// </summary>
internal static class FeePhase
{
    /// <summary>Takes the fee; from an account that has less, all it has.</summary>
    /// <returns>What was taken, in stroops, and the changes.</returns>
    public static FeeCharge Charge(IncomingTransaction tx, LedgerDraft ledgerDraft, LedgerContext ledger)
    {
        if (ledgerDraft.State.FindAccount(tx.FeeSource) is not { } payer)
        {
            return new FeeCharge(0, []);
        }

        var fee = Math.Min(tx.FeeAt(ledger.BaseFee), payer.Balance);
        return new FeeCharge(fee, Move(payer, -fee, ledgerDraft));
    }

    /// <summary>Gives back part of a fee; to an account that is gone or that cannot hold it, nothing.</summary>
    public static FeeCharge Refund(IncomingTransaction tx, long stroops, LedgerDraft ledgerDraft)
    {
        if (stroops == 0
            || ledgerDraft.State.FindAccount(tx.FeeSource) is not { } payer
            || payer.Balance > long.MaxValue - AccountSums.LiabilitiesOf(payer).Buying - stroops)
        {
            return new FeeCharge(0, []);
        }

        return new FeeCharge(-stroops, Move(payer, stroops, ledgerDraft));
    }

    private static XdrArray<LedgerEntryChange> Move(AccountEntry payer, long stroops, LedgerDraft ledgerDraft)
    {
        var draft = ledgerDraft.Nest();
        draft.Put(new LedgerEntryData.Account(payer with { Balance = payer.Balance + stroops }));
        ledgerDraft.Absorb(draft);
        return draft.Changes();
    }
}
