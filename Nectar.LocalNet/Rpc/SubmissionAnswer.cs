using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>sendTransaction</c>.</summary>
internal static class SubmissionAnswer
{
    /// <summary>What the network said, in the words of the protocol.</summary>
    /// <param name="submitted">What it said.</param>
    /// <param name="before">The latest ledger when the transaction was handed in: what a client waits behind.</param>
    public static SendTransactionResult Of(SubmitResult submitted, LedgerSnapshot before)
    {
        var answer = new SendTransactionResult
        {
            Status = SendTransactionStatus.Pending,
            Hash = submitted.Hash,
            LatestLedger = new LedgerNumber(before.Sequence),
            LatestLedgerCloseTime = (long)before.CloseTime,
        };
        return submitted switch
        {
            SubmitResult.Pending => answer,
            SubmitResult.Duplicate => answer with { Status = SendTransactionStatus.Duplicate },
            SubmitResult.TryAgainLater => answer with { Status = SendTransactionStatus.TryAgainLater },
            SubmitResult.Error(_, var result, var diagnostics) => answer with
            {
                Status = SendTransactionStatus.Error,
                ErrorResult = result,
                DiagnosticEvents = diagnostics.Count == 0 ? null : diagnostics,
            },
            _ => throw new InvalidOperationException($"a fifth answer: {submitted}"),
        };
    }
}
