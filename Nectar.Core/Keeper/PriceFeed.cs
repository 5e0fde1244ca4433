using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// The prices of a pool's oracle. What an oracle stores is its own affair, so that it is asked by simulation, once for each
/// asset; each answer names the ledger entries that it was made from, and while none of these changes, neither can the
/// price. So a quiet ledger costs no call: the entries are read along with the pool's own.
/// </summary>
internal sealed class PriceFeed(ISorobanServer server)
{
    private readonly Dictionary<ContractId, Told> told = [];
    private ContractId oracle;
    private uint? decimals;

    /// <summary>The entries to read along.</summary>
    public IEnumerable<LedgerKey> Keys => told.Values.SelectMany(t => t.Versions.Keys).Distinct();

    public async Task<uint> DecimalsAsync(ContractId of, CancellationToken cancel)
    {
        if (oracle != of)
        {
            (oracle, decimals) = (of, null);
            told.Clear();
        }

        return decimals ??= (await SimulateAsync(Operations.InvokeContract(oracle, "decimals"), cancel).ConfigureAwait(false)) is { Results: [{ ReturnValue: var value }] }
            ? value.ToUInt32()
            : throw new RpcTransportException("simulateTransaction", $"the oracle {oracle} does not tell its decimals");
    }

    /// <summary>The prices as of a reading; an asset that the oracle has none of is not there.</summary>
    public async Task<Dictionary<ContractId, PriceData>> PricesAsync(IReadOnlyList<ContractId> assets, LedgerReading reading, CancellationToken cancel)
    {
        foreach (var asset in assets.Where(a => !told.TryGetValue(a, out var known) || !known.IsOf(reading)))
        {
            var simulated = await SimulateAsync(Operations.InvokeContract(oracle, "lastprice", new OracleAsset.Stellar(asset).ToSCVal()), cancel).ConfigureAwait(false);
            told[asset] = Told.From(simulated, reading);
        }

        return told.Where(t => assets.Contains(t.Key) && t.Value.Price is not null).ToDictionary(t => t.Key, t => t.Value.Price!);
    }

    private async Task<SimulateTransactionResult> SimulateAsync(Operation operation, CancellationToken cancel)
    {
        var transaction = new Soroban.Xdr.Transaction(
            MuxedAccount.From(new AccountId(new byte[32])), 0, 1, Preconditions.None.Instance, Memo.None.Instance, [operation], TransactionExt.V0.Instance);
        var request = new SimulateTransactionRequest { Transaction = new TransactionEnvelope.Tx(new TransactionV1Envelope(transaction, [])) };
        return (await server.SimulateTransactionAsync(request, cancel).ConfigureAwait(false)).ValueOrThrow();
    }

    /// <summary>An answer, and the entries that it was made from as they were.</summary>
    private sealed record Told(PriceData? Price, Dictionary<LedgerKey, LedgerNumber?> Versions)
    {
        public static Told From(SimulateTransactionResult simulated, LedgerReading reading)
        {
            var price = simulated is { Error: null, Results: [{ ReturnValue: var value }] } && value is not SCVal.Void ? PriceData.FromSCVal(value) : null;
            var versions = new Dictionary<LedgerKey, LedgerNumber?>();
            foreach (var key in simulated.TransactionData?.Resources.Footprint.ReadOnly ?? [])
            {
                // Code does not change prices, and reading it along would cost megabytes.
                if (key is LedgerKey.ContractData)
                {
                    // Null where the key was not read along yet: until it is, the answer counts as old.
                    versions[key] = reading.Version(key);
                }
            }

            return new Told(price, versions);
        }

        /// <summary>Whether the answer still holds. Without a footprint nothing says so, and it is asked anew.</summary>
        public bool IsOf(LedgerReading reading)
        {
            if (Versions.Count == 0)
            {
                return false;
            }

            var holds = true;
            foreach (var (key, version) in Versions)
            {
                holds &= version is { } known && known == reading.Version(key);
            }

            return holds;
        }
    }
}
