using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>
/// Sends classic operations of several accounts in one transaction, so that a whole population takes a few ledgers.
/// Contract calls go one a transaction and through a <see cref="Nectar.Core.Soroban.Sending.TransactionSender"/>.
/// </summary>
/// <param name="server">The network.</param>
/// <param name="network">Which network that is.</param>
/// <param name="time">The clock.</param>
internal sealed class ClassicBatch(ISorobanServer server, Network network, TimeProvider time)
{
    /// <summary>The most operations of one transaction.</summary>
    public const int MaxOperations = 100;

    private const uint ValidForLedgers = 60;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Sends them, all or none, and waits for their end.</summary>
    /// <param name="source">Who pays.</param>
    /// <param name="operations">At most 100, each with its source where that is another.</param>
    /// <param name="signers">The other sources' keys, at most 19.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="InvalidOperationException">They were refused or failed; the message has the result.</exception>
    public async Task SendAsync(KeyPair source, IEnumerable<Operation> operations, IEnumerable<KeyPair> signers, CancellationToken cancel)
    {
        var key = new LedgerKey.Account(new LedgerKeyAccount(PublicKey.From(source.AccountId)));
        var found = (await server.GetLedgerEntriesAsync([key], cancel)).ValueOrThrow();
        if (found.Entries is not [{ Data: LedgerEntryData.Account(var account) }])
        {
            throw new InvalidOperationException($"account {source.AccountId} does not exist on this network");
        }

        var last = found.LatestLedger.Plus(ValidForLedgers);
        var builder = new TransactionBuilder(MuxedAccount.From(source.AccountId), account.SeqNum, network).ValidUntil(last);
        foreach (var operation in operations)
        {
            builder.Add(operation);
        }

        var transaction = builder.Build().Sign([source, .. signers]);
        var sent = (await server.SendTransactionAsync(transaction.ToEnvelope(), cancel)).ValueOrThrow();
        if (sent.Status is not SendTransactionStatus.Pending)
        {
            throw new InvalidOperationException($"transaction {transaction.Hash} was not taken: {sent.Status} {sent.ErrorResult}");
        }

        await WaitAsync(transaction.Hash, last, cancel);
    }

    private async Task WaitAsync(TransactionHash hash, LedgerNumber last, CancellationToken cancel)
    {
        while (true)
        {
            var answer = (await server.GetTransactionAsync(hash, cancel)).ValueOrThrow();
            switch (answer.Status)
            {
                case TransactionStatus.Success:
                    return;
                case TransactionStatus.NotFound when answer.LatestLedger < last:
                    await Task.Delay(pause, time, cancel);
                    continue;
                default:
                    throw new InvalidOperationException($"transaction {hash} ended with {answer.Status} {answer.Result}");
            }
        }
    }
}
