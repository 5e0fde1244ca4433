using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply;

/// <summary>What an operation acts on: its draft, its ledger, who it acts for, and the events that it makes.</summary>
internal sealed class OperationScope(IncomingTransaction transaction, MuxedAccount source, LedgerDraft draft, LedgerContext ledger)
{
    public IncomingTransaction Transaction { get; } = transaction;

    public LedgerDraft Draft { get; } = draft;

    public LedgerContext Ledger { get; } = ledger;

    public List<ContractEvent> Events { get; } = [];

    /// <summary>Who the operation acts for.</summary>
    public PublicKey Source { get; } = PublicKey.From(source.ToAccountId());

    /// <summary>That account as it is now; that it exists was checked before.</summary>
    public AccountEntry SourceAccount => Draft.State.FindAccount(Source)
        ?? throw new InvalidOperationException($"the source account {Source} went away");

    public AccountEntry? Find(PublicKey account) => Draft.State.FindAccount(account);

    public TrustLineEntry? FindLine(PublicKey account, TrustLineAsset asset) => Draft.State.FindTrustLine(account, asset);

    public void Put(AccountEntry account) => Draft.Put(new LedgerEntryData.Account(account));

    public void Put(TrustLineEntry line) => Draft.Put(new LedgerEntryData.Trustline(line));

    /// <summary>Makes the event of an asset that moved.</summary>
    public void EmitMovement(Asset asset, PublicKey from, MuxedAccount to, long amount) =>
        Events.Add(ClassicEvents.Movement(Ledger.Network, asset, from, to, amount, Transaction.Body.Memo));
}
