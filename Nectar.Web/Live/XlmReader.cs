using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Live;

/// <summary>Reads what accounts have to pay fees with.</summary>
internal sealed class XlmReader(NetworkStart start)
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(3);

    /// <summary>XLM in stroops by account; whoever is missing was not read, or does not exist. It takes 3 s at most.</summary>
    /// <param name="addresses">Strkeys; contracts are passed over.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        var accounts = addresses.Select(SCAddress.Parse).OfType<SCAddress.Account>().ToList();
        if (start.Network is not { } network || accounts.Count == 0)
        {
            return new Dictionary<string, long>();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(longest);
        try
        {
            var batch = await network.Server.ReadEntriesAsync(accounts.Select(a => (LedgerKey)new LedgerKey.Account(new LedgerKeyAccount(a.Value))), patience.Token);
            return batch.Entries.Values.OfType<LedgerEntryData.Account>().ToDictionary(e => SCAddress.From(e.Value.AccountId.ToAccountId()).ToString(), e => e.Value.Balance);
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // Pages show a dash: the rest of them does not depend on it.
            return new Dictionary<string, long>();
        }
    }
}
