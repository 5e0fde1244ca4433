using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>
/// Asks after a transaction by its hash until it is found, or until a server that has seen its last ledger close, and
/// keeps every ledger that could have included it, does not find it.
/// </summary>
internal sealed class TransactionTracker(ISorobanServer server, TimeProvider time, TransactionSenderOptions options, ILogger logger)
{
    // A server that tells of closes is asked again after so long without one: its network may stand still.
    private static readonly TimeSpan longestWatch = TimeSpan.FromSeconds(1);

    public async Task<SendOutcome> ResolveAsync(TransactionHash hash, LedgerNumber lastLedger, CancellationToken cancel)
    {
        var lastAnswer = time.GetTimestamp();
        var seen = default(LedgerNumber);
        while (true)
        {
            if (await AskAsync(hash, cancel).ConfigureAwait(false) is { } found)
            {
                (lastAnswer, seen) = (time.GetTimestamp(), found.LatestLedger);
                if (found.Status != TransactionStatus.NotFound)
                {
                    return OutcomeReading.OfIncluded(hash, found);
                }

                if (found.LatestLedger >= lastLedger)
                {
                    return KeepsAllThatCount(found, lastLedger)
                        ? new SendOutcome.Expired(hash)
                        : new SendOutcome.Unknown(hash, lastLedger);
                }
            }
            else if (time.GetElapsedTime(lastAnswer) >= options.UnreachableFor)
            {
                return new SendOutcome.Unknown(hash, lastLedger);
            }

            await server.PauseAsync(seen, longestWatch, options.PollInterval, time, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Null where no server could say anything.</summary>
    private async Task<GetTransactionResult?> AskAsync(TransactionHash hash, CancellationToken cancel)
    {
        try
        {
            var answer = await server.GetTransactionAsync(hash, cancel).ConfigureAwait(false);
            if (answer is RpcResult<GetTransactionResult>.Failed(var error))
            {
                SorobanLog.CouldNotAsk(logger, hash, error.Message);
            }

            return answer is RpcResult<GetTransactionResult>.Ok(var found) ? found : null;
        }
        catch (RpcTransportException error)
        {
            SorobanLog.CouldNotAsk(logger, hash, error.Message);
            return null;
        }
    }

    // The first ledger that could have included it is as many before the last as a transaction lives.
    private bool KeepsAllThatCount(GetTransactionResult found, LedgerNumber lastLedger) =>
        (ulong)found.OldestLedger.Value + options.ValidForLedgers <= lastLedger.Value + 1UL;
}
