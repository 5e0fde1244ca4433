using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>
/// The prices of a pool's oracle. The lab's feed keeps them where they can be read along. What another stores is its own
/// affair: it is asked by simulation, once for each asset; each answer names the ledger entries that it was made from, and
/// while none of these changes, neither can the price. So a quiet ledger costs no call with any oracle.
/// </summary>
internal sealed class PriceFeed(ISorobanServer server)
{
    private readonly Dictionary<ContractId, Told> told = [];
    private HashSet<LedgerKey> asked = [];
    private ContractId oracle;
    private uint? decimals;

    /// <summary>The entries to read along; the next prices are told from a reading of these.</summary>
    public IReadOnlyCollection<LedgerKey> Ask() =>
        asked = oracle == default ? [] : [.. told.Values.SelectMany(t => t.Entries.Keys), ContractEntry.Instance(oracle)];

    /// <summary>Asks this oracle from now on; false where it did already.</summary>
    public bool Follow(ContractId of)
    {
        if (oracle == of)
        {
            return false;
        }

        (oracle, decimals) = (of, null);
        told.Clear();
        return true;
    }

    /// <summary>Decimals and prices as of a reading; an asset that the oracle has no price of is not there.</summary>
    public async Task<(uint Decimals, Dictionary<ContractId, PriceData> Prices)> ReadAsync(
        ContractId of, IReadOnlyList<ContractId> assets, EntryBatch batch, CancellationToken cancel)
    {
        _ = Follow(of);
        if (batch.FindInstance(oracle) is { } instance && OracleStorage.FindDecimals(instance) is { } known)
        {
            return (known, Known(assets.Select(a => (a, OracleStorage.FindLastPrice(instance, a)))));
        }

        decimals ??= (await SimulateAsync(Operations.InvokeContract(oracle, "decimals"), cancel).ConfigureAwait(false)) is { Results: [{ ReturnValue: var value }] }
            ? value.ToUInt32()
            : throw new RpcTransportException("simulateTransaction", $"the oracle {oracle} does not tell its decimals");
        foreach (var asset in assets.Where(a => !told.TryGetValue(a, out var old) || !old.HoldsFor(batch, asked)))
        {
            var simulated = await SimulateAsync(
                Operations.InvokeContract(oracle, "lastprice", new OracleAsset.Stellar(asset).ToSCVal()), cancel).ConfigureAwait(false);
            told[asset] = Told.From(simulated, batch, asked);
        }

        return (decimals.Value, Known(assets.Select(a => (a, told[a].Price))));
    }

    private static Dictionary<ContractId, PriceData> Known(IEnumerable<(ContractId Asset, PriceData? Price)> prices) =>
        prices.Where(p => p.Price is not null).ToDictionary(p => p.Asset, p => p.Price!);

    private async Task<SimulateTransactionResult> SimulateAsync(Operation operation, CancellationToken cancel)
    {
        var transaction = new TransactionBody(
            MuxedAccount.From(new AccountId(new byte[32])), 0, 1, Preconditions.None.Instance, Memo.None.Instance, [operation], TransactionExt.V0.Instance);
        var request = new SimulateTransactionRequest { Transaction = new TransactionEnvelope.Tx(new TransactionV1Envelope(transaction, [])) };
        return (await server.SimulateTransactionAsync(request, cancel).ConfigureAwait(false)).ValueOrThrow();
    }

    /// <summary>An answer, and the entries that it was made from as they were; an entry that was not read yet is known by its key alone.</summary>
    private sealed record Told(PriceData? Price, Dictionary<LedgerKey, (bool IsRead, LedgerEntryData? Data)> Entries)
    {
        public static Told From(SimulateTransactionResult simulated, EntryBatch batch, HashSet<LedgerKey> asked)
        {
            var price = simulated is { Error: null, Results: [{ ReturnValue: var value }] } && value is not SCVal.Void ? PriceData.FromSCVal(value) : null;
            var entries = new Dictionary<LedgerKey, (bool, LedgerEntryData?)>();
            foreach (var key in simulated.TransactionData?.Resources.Footprint.ReadOnly ?? [])
            {
                // Code does not change prices, and reading it along would cost much.
                if (key is LedgerKey.ContractData)
                {
                    entries[key] = (asked.Contains(key), batch.Entries.GetValueOrDefault(key));
                }
            }

            return new Told(price, entries);
        }

        /// <summary>Whether the answer still holds. Where nothing says so, it is asked anew.</summary>
        public bool HoldsFor(EntryBatch batch, HashSet<LedgerKey> asked) =>
            Entries.Count > 0
            && Entries.All(e => e.Value.IsRead && asked.Contains(e.Key) && Equals(e.Value.Data, batch.Entries.GetValueOrDefault(e.Key)));
    }
}
