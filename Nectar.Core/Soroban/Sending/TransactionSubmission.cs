using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>Hands a transaction in until the network has it, may have it, or does not want it.</summary>
internal sealed class TransactionSubmission(ISorobanServer server, TimeProvider time, TransactionSenderOptions options, ILogger logger)
{
    /// <summary>Null where the network has it or may have it: its hash must be asked for.</summary>
    /// <exception cref="RpcErrorException">The server refused the request itself.</exception>
    public async Task<SendOutcome?> HandInAsync(PreparedTransaction.Ready ready, CancellationToken cancel)
    {
        var hash = ready.Hash;
        while (true)
        {
            switch (await SendAsync(ready, cancel).ConfigureAwait(false))
            {
                case { Status: SendTransactionStatus.Error, ErrorResult: { } result }:
                    return await OfRefusalAsync(ready, result, cancel).ConfigureAwait(false);

                // Surely not taken: the same envelope may be offered again while it is valid.
                case { Status: SendTransactionStatus.TryAgainLater } later when later.LatestLedger < ready.LastLedger:
                    SorobanLog.TryingAgain(logger, hash);
                    await Task.Delay(options.PollInterval, time, cancel).ConfigureAwait(false);
                    continue;

                default:
                    return null;
            }
        }
    }

    /// <summary>Null where there was no answer.</summary>
    private async Task<SendTransactionResult?> SendAsync(PreparedTransaction.Ready ready, CancellationToken cancel)
    {
        var hash = ready.Hash;
        try
        {
            SorobanLog.Sending(logger, hash, ready.LastLedger);
            switch (await server.SendTransactionAsync(ready.Envelope, cancel).ConfigureAwait(false))
            {
                case RpcResult<SendTransactionResult>.Ok(var result):
                    return result;

                case RpcResult<SendTransactionResult>.Failed({ Code: RpcError.InvalidParams or RpcError.InvalidRequest or RpcError.MethodNotFound or RpcError.ParseError } error):
                    throw new RpcErrorException(error);

                case RpcResult<SendTransactionResult>.Failed(var error):
                    SorobanLog.NoAnswer(logger, hash, error.Message);
                    break;
            }
        }
        catch (RpcTransportException error)
        {
            SorobanLog.NoAnswer(logger, hash, error.Message);
        }

        return null;
    }

    private async Task<SendOutcome?> OfRefusalAsync(PreparedTransaction.Ready ready, TransactionResult result, CancellationToken cancel)
    {
        var hash = ready.Hash;
        var code = OutcomeReading.CodeOf(result);
        if (code == TransactionResultCode.TxTooLate)
        {
            return new SendOutcome.Expired(hash);
        }

        // Its number is also used up where it is in a ledger itself, offered twice by someone on the way; or without its bump.
        foreach (var own in code == TransactionResultCode.TxBadSeq ? [hash, ready.Transaction.Hash] : Array.Empty<TransactionHash>())
        {
            if (await server.GetTransactionAsync(own, cancel).ConfigureAwait(false)
                is RpcResult<GetTransactionResult>.Ok({ Status: not TransactionStatus.NotFound } found))
            {
                return OutcomeReading.OfIncluded(own, found);
            }
        }

        return new SendOutcome.Refused(code, result, hash);
    }
}
