using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>Sends what somebody else's wallet has signed, once and as it is, and says how it ended.</summary>
public sealed class SignedTransactionSender
{
    private readonly TransactionSubmission submission;
    private readonly TransactionTracker tracker;

    /// <summary>Sends to one network.</summary>
    /// <param name="server">The network.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">How to wait; its transactions live as many ledgers as were given when they were built.</param>
    /// <param name="logger">For operators.</param>
    public SignedTransactionSender(ISorobanServer server, TimeProvider time, TransactionSenderOptions options, ILogger<SignedTransactionSender> logger) =>
        (submission, tracker) = (new TransactionSubmission(server, time, options, logger), new TransactionTracker(server, time, options, logger));

    /// <summary>Hands it in. Null where the network has it or may have it: <see cref="ResolveAsync"/> then says what became of it.</summary>
    /// <param name="transaction">With all its signatures.</param>
    /// <param name="lastLedger">The last ledger that may include it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RpcErrorException">The server refused the request itself.</exception>
    public Task<SendOutcome?> HandInAsync(Transaction transaction, LedgerNumber lastLedger, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return submission.HandInAsync(new PreparedTransaction.Ready(transaction, lastLedger, transaction.Body.Fee, 0), cancel);
    }

    /// <summary>Waits for the end of one that was handed in, by this process or by its life before.</summary>
    public Task<SendOutcome> ResolveAsync(TransactionHash hash, LedgerNumber lastLedger, CancellationToken cancel) =>
        tracker.ResolveAsync(hash, lastLedger, cancel);
}
