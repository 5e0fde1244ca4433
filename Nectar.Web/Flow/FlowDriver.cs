using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Advices;
using Nectar.Web.Wallet;

namespace Nectar.Web.Flow;

/// <summary>Does what a flow's states ask for, one thing after another, and drops what comes too late.</summary>
/// <param name="preparation">Simulates.</param>
/// <param name="sender">Sends and follows.</param>
/// <param name="memory">Outlives a reload.</param>
/// <param name="time">The clock.</param>
public sealed class FlowDriver(FlowPreparation preparation, SignedTransactionSender sender, IFlowMemory memory, TimeProvider time)
{
    private int attempt;

    /// <summary>Where it stands.</summary>
    public FlowState State { get; private set; } = new FlowState.Editing();

    /// <summary>Called after each change.</summary>
    public event Func<Task>? Changed;

    /// <summary>Simulates an order.</summary>
    public async Task AskAsync(FlowOrder order, AccountId account, CancellationToken cancel)
    {
        await MoveAsync(new FlowEvent.Asked(order));
        await SimulateAsync(order, account, null, cancel);
    }

    /// <summary>The visitor agrees: simulates once more, asks the wallet where the outcome still holds, sends and follows.</summary>
    public async Task SignAsync(IBrowserWallet wallet, CancellationToken cancel)
    {
        if (State is not FlowState.Reviewing { Review: var agreed })
        {
            return;
        }

        var mine = ++attempt;
        var (fresh, refusal) = await TryPrepareAsync(agreed.Order, agreed.Account, cancel);
        if (mine != attempt)
        {
            return;
        }

        if (fresh is null || fresh.IsRestore != agreed.IsRestore || fresh.Expected < agreed.Least)
        {
            await MoveAsync(fresh is null
                ? new FlowEvent.NotSimulated(refusal!)
                : new FlowEvent.Simulated(fresh, "The outcome changed by more than 0.1 % since you read it. Read it again."));
            return;
        }

        await MoveAsync(new FlowEvent.Agreed(fresh, time.GetUtcNow()));
        var signature = await wallet.SignAsync(fresh.Transaction, fresh.Account);
        if (mine != attempt)
        {
            return;
        }

        switch (signature)
        {
            case WalletSignature.Signed(var signed):
                await SendAsync(signed, new SentNote(fresh.Order, fresh.Account, signed.Hash, fresh.LastLedger, fresh.IsRestore), cancel);
                break;
            case WalletSignature.Refused(var advice, var isDeclined):
                await MoveAsync(new FlowEvent.NotSigned(isDeclined ? FlowStop.Declined : FlowStop.Wallet, advice));
                break;
            default:
                await MoveAsync(new FlowEvent.NotSigned(FlowStop.WalletSilent, AdviceBook.WalletSilent));
                break;
        }
    }

    /// <summary>Follows what was sent before a reload, or from another place with the same wallet, if anything was.</summary>
    /// <param name="account">Whose wallet is connected; null for none.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ResumeAsync(AccountId? account, CancellationToken cancel)
    {
        if (State is FlowState.Editing or FlowState.Unknown && await memory.FindAsync(account) is { } note)
        {
            await MoveAsync(new FlowEvent.Resumed(note));
            await FollowAsync(note, cancel);
        }
    }

    /// <summary>The visitor goes back.</summary>
    public async Task BackAsync()
    {
        attempt++;
        await MoveAsync(new FlowEvent.Back());
    }

    /// <summary>The wallet has another account: what was reviewed is simulated anew for it.</summary>
    public async Task ChangeAccountAsync(AccountId account, CancellationToken cancel)
    {
        attempt++;
        await MoveAsync(new FlowEvent.AccountChanged());
        if (State is FlowState.Simulating { Order: var order })
        {
            await SimulateAsync(order, account, "The wallet has another account now. Read it again.", cancel);
        }
    }

    private async Task SimulateAsync(FlowOrder order, AccountId account, string? notice, CancellationToken cancel)
    {
        var mine = ++attempt;
        var (review, refusal) = await TryPrepareAsync(order, account, cancel);
        if (mine == attempt)
        {
            await MoveAsync(review is null ? new FlowEvent.NotSimulated(refusal!) : new FlowEvent.Simulated(review, notice));
        }
    }

    private async Task<(FlowReview? Review, Advice? Refusal)> TryPrepareAsync(FlowOrder order, AccountId account, CancellationToken cancel)
    {
        try
        {
            return await preparation.PrepareAsync(order, account, cancel);
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException or XdrException or InvalidOperationException)
        {
            return (null, AdviceBook.NotReached(e.Message));
        }
    }

    private async Task SendAsync(Transaction signed, SentNote note, CancellationToken cancel)
    {
        // The hash is kept before it leaves, so that nothing that may be in a ledger is ever forgotten.
        await memory.KeepAsync(note);
        await MoveAsync(new FlowEvent.Signed(note));
        try
        {
            if (await sender.HandInAsync(signed, note.LastLedger, cancel) is { } refused)
            {
                await EndAsync(note, refused);
                return;
            }
        }
        catch (RpcErrorException e)
        {
            await memory.ForgetAsync(note);
            await MoveAsync(new FlowEvent.Failed(AdviceBook.NotReached(e.Message)));
            return;
        }

        await MoveAsync(new FlowEvent.HandedIn());
        await FollowAsync(note, cancel);
    }

    private async Task FollowAsync(SentNote note, CancellationToken cancel) =>
        await EndAsync(note, await sender.ResolveAsync(note.Hash, note.LastLedger, cancel));

    private async Task EndAsync(SentNote note, SendOutcome outcome)
    {
        if (outcome is not SendOutcome.Unknown)
        {
            await memory.ForgetAsync(note);
        }

        await MoveAsync(outcome switch
        {
            SendOutcome.Included i => new FlowEvent.Included(
                i.Ledger, note.IsRestore ? 0 : FlowPreparation.Read(note.Order, i.ReturnValue), i.Result.FeeCharged),
            SendOutcome.Rejected r => new FlowEvent.Failed(AdviceBook.Of(r)),
            SendOutcome.Refused r => new FlowEvent.Failed(AdviceBook.Of(r)),
            SendOutcome.Expired => new FlowEvent.Expired(),
            _ => new FlowEvent.Lost(),
        });
    }

    private Task MoveAsync(FlowEvent happened)
    {
        State = FlowMachine.Next(State, happened);
        return Changed?.Invoke() ?? Task.CompletedTask;
    }
}
