using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>
/// Sends for one account and says how it ended. It owns the account's sequence number: one transaction is in flight at a
/// time, or one for each channel account. Every transaction has a last ledger; one whose sending got no answer is asked
/// for by its hash, and nothing takes its place before that ledger has passed.
/// </summary>
public sealed class TransactionSender
{
    private readonly TimeProvider time;
    private readonly TransactionSenderOptions options;
    private readonly ILogger logger;
    private readonly SendLanes lanes;
    private readonly TransactionTracker tracker;
    private readonly TransactionPreparation preparation;
    private readonly TransactionSubmission submission;

    /// <summary>Sends for an account, through its own sequence number or through those of channel accounts.</summary>
    /// <param name="server">The network.</param>
    /// <param name="network">Which network that is.</param>
    /// <param name="account">Whose operations these are; it authorizes them and pays unless there are channels.</param>
    /// <param name="channels">Accounts that lend their sequence numbers and pay the fees; none for the account's own.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="logger">For operators.</param>
    public TransactionSender(
        ISorobanServer server,
        Network network,
        KeyPair account,
        IReadOnlyList<KeyPair> channels,
        TimeProvider time,
        TransactionSenderOptions options,
        ILogger<TransactionSender> logger)
    {
        ArgumentNullException.ThrowIfNull(channels);
        (this.time, this.options, this.logger) = (time, options, logger);
        lanes = new SendLanes(channels.Count == 0 ? [account] : channels);
        tracker = new TransactionTracker(server, time, options, logger);
        submission = new TransactionSubmission(server, time, options, logger);
        preparation = new TransactionPreparation(server, network, account, options);
    }

    /// <summary>Sends one operation and waits for its end.</summary>
    /// <exception cref="RpcTransportException">The network could not be asked, and nothing of this request was sent.</exception>
    /// <exception cref="RpcErrorException">A server refused a question that it should have answered.</exception>
    /// <exception cref="InvalidOperationException">The account does not exist, or a key to authorize with is missing.</exception>
    /// <exception cref="OperationCanceledException">Whatever was sent by then is resolved before the account sends again.</exception>
    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lane = await lanes.TakeAsync(cancel).ConfigureAwait(false);
        try
        {
            await SettleAsync(lane, cancel).ConfigureAwait(false);
            return await DeliverAsync(lane, request, cancel).ConfigureAwait(false);
        }
        finally
        {
            lanes.Return(lane);
        }
    }

    /// <summary>What became of a transaction that an earlier send, or an earlier life of this program, gave back as unknown.</summary>
    public Task<SendOutcome> ResolveAsync(TransactionHash hash, LedgerNumber lastLedger, CancellationToken cancel) =>
        tracker.ResolveAsync(hash, lastLedger, cancel);

    /// <summary>Waits for the end of what the lane sent before.</summary>
    private async Task SettleAsync(SendLane lane, CancellationToken cancel)
    {
        if (lane.Unresolved is { } earlier
            && await tracker.ResolveAsync(earlier.Hash, earlier.LastLedger, cancel).ConfigureAwait(false) is SendOutcome.Unknown)
        {
            throw new RpcTransportException("getTransaction", $"what became of {earlier.Hash} is still unknown, and nothing is sent before it is known");
        }

        lane.Unresolved = null;
    }

    private async Task<SendOutcome> DeliverAsync(SendLane lane, SendRequest request, CancellationToken cancel)
    {
        var (baseFee, budget) = (options.BaseFee, request.FeeBudget);
        SorobanTransactionData? restore = null;
        PreparedTransaction? next = null;
        for (var rebuilds = 0; ; rebuilds++)
        {
            var prepared = next ?? (restore is null
                ? await preparation.PrepareAsync(lane, request, baseFee, budget, cancel).ConfigureAwait(false)
                : await preparation.PrepareRestoreAsync(lane, restore, baseFee, budget, cancel).ConfigureAwait(false));
            next = null;
            switch (prepared)
            {
                case PreparedTransaction.Hopeless(var outcome):
                    return outcome;

                case PreparedTransaction.NeedsRestore when rebuilds > options.MaxRebuilds:
                    throw new RpcTransportException("simulateTransaction", "asks for a restore again and again");

                case PreparedTransaction.NeedsRestore(var data):
                    SorobanLog.Restoring(logger);
                    restore = data;
                    continue;

                case PreparedTransaction.Ready ready when request.IsRehearsal:
                    return new SendOutcome.Rehearsed(ready.Fee);

                case PreparedTransaction.Ready ready:
                    var end = await SubmitAsync(lane, ready, request.BeforeSend, cancel).ConfigureAwait(false);
                    if (end is SendOutcome.Included(_, _, var result, _) && restore is not null)
                    {
                        (restore, budget) = (null, budget - result.FeeCharged);
                    }
                    else if (end is not SendOutcome.Refused refused || rebuilds >= options.MaxRebuilds)
                    {
                        return end;
                    }
                    else if (refused.Code == TransactionResultCode.TxBadSeq)
                    {
                        // Somebody else used the account, or a node lagged when it was asked: the chain's word counts again.
                        lane.UsedSequence = 0;
                        await PauseAsync(refused, cancel).ConfigureAwait(false);
                    }
                    else if (refused.Code == TransactionResultCode.TxInsufficientFee)
                    {
                        switch (FeeRaise.Next(ready.BaseFee, ready.Operations, ready.ResourceFee, refused.Result.FeeCharged, budget))
                        {
                            case FeeRaise.Bump bump:
                                next = ready.Bumped(lane.Key, bump);
                                break;
                            case FeeRaise.Rebuild(var higher):
                                baseFee = higher;
                                break;
                            default:
                                return new SendOutcome.OverBudget(Math.Max(refused.Result.FeeCharged, ready.Fee + 1), budget);
                        }

                        await PauseAsync(refused, cancel).ConfigureAwait(false);
                    }
                    else
                    {
                        return end;
                    }

                    break;
            }
        }
    }

    private Task PauseAsync(SendOutcome.Refused refused, CancellationToken cancel)
    {
        SorobanLog.Rebuilding(logger, refused.Hash, refused.Code);
        return Task.Delay(options.PollInterval, time, cancel);
    }

    /// <summary>Sends a signed transaction and waits for its end. Refused means here: not taken, and never will be.</summary>
    private async Task<SendOutcome> SubmitAsync(
        SendLane lane, PreparedTransaction.Ready ready, Func<TransactionHash, LedgerNumber, CancellationToken, Task>? beforeSend, CancellationToken cancel)
    {
        var hash = ready.Hash;
        if (beforeSend is not null)
        {
            await beforeSend(hash, ready.LastLedger, cancel).ConfigureAwait(false);
        }

        lane.Unresolved = (hash, ready.LastLedger);
        SendOutcome? refused;
        try
        {
            refused = await submission.HandInAsync(ready, cancel).ConfigureAwait(false);
        }
        catch (RpcErrorException)
        {
            // The server did not even look at it.
            lane.Unresolved = null;
            throw;
        }

        var end = refused ?? await tracker.ResolveAsync(hash, ready.LastLedger, cancel).ConfigureAwait(false);
        if (end is not SendOutcome.Unknown)
        {
            lane.Unresolved = null;
        }

        if (refused is null && end is not (SendOutcome.Unknown or SendOutcome.Expired))
        {
            lane.UsedSequence = Math.Max(lane.UsedSequence, ready.Transaction.Body.SeqNum);
        }

        return end;
    }
}
