using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Ledger entries read together. An answer leaves out what does not exist, so that all is looked up by key.</summary>
internal sealed class LedgerReading
{
    // What a server takes in one request.
    private const int MostKeys = 200;
    private const int Attempts = 3;

    private readonly Dictionary<LedgerKey, LedgerEntryResult> entries;

    private readonly HashSet<LedgerKey> asked;

    private LedgerReading(LedgerNumber ledger, HashSet<LedgerKey> asked, Dictionary<LedgerKey, LedgerEntryResult> entries) =>
        (Ledger, this.asked, this.entries) = (ledger, asked, entries);

    public LedgerNumber Ledger { get; }

    /// <summary>How many more keys fit into the requests that so many keys need anyway.</summary>
    public static int RoomBeside(int keys) => (MostKeys - (keys % MostKeys)) % MostKeys;

    /// <summary>Reads all keys as of one ledger: where a ledger closed between two requests, they are asked again.</summary>
    public static async Task<LedgerReading> ReadAsync(ISorobanServer server, IReadOnlyCollection<LedgerKey> keys, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = new Dictionary<LedgerKey, LedgerEntryResult>();
            var ledgers = new HashSet<LedgerNumber>();
            foreach (var chunk in keys.Chunk(MostKeys))
            {
                var answer = (await server.GetLedgerEntriesAsync(chunk, cancel).ConfigureAwait(false)).ValueOrThrow();
                ledgers.Add(answer.LatestLedger);
                foreach (var entry in answer.Entries)
                {
                    found[entry.Key] = entry;
                }
            }

            // On a network that outruns the requests the oldest ledger is the honest one: simulation decides in the end.
            if (ledgers.Count <= 1 || attempt == Attempts)
            {
                return new LedgerReading(ledgers.Count == 0 ? default : ledgers.Min(), [.. keys], found);
            }
        }
    }

    /// <summary>The value of a contract's entry; null where there is none.</summary>
    public SCVal? Value(LedgerKey key) =>
        entries.TryGetValue(key, out var entry) && entry.Data is LedgerEntryData.ContractData(var data) ? data.Val : null;

    /// <summary>The value of a contract's entry that must be there.</summary>
    /// <exception cref="XdrException">It is not.</exception>
    public SCVal Required(LedgerKey key, string what) => Value(key) ?? throw new XdrException(what, "is not in the ledger: is this the contract of a pool?");

    /// <summary>The ledger that last changed the entry, 0 where there is none; null where it was not asked for.</summary>
    public LedgerNumber? Version(LedgerKey key) =>
        entries.TryGetValue(key, out var entry) ? entry.LastModifiedLedgerSeq : asked.Contains(key) ? default(LedgerNumber) : null;
}
