using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Closing;

/// <summary>A ledger as history remembers it: without its state. Kept as XDR where that is smaller.</summary>
public sealed class ClosedLedger
{
    private const int Overhead = 300;

    private readonly XdrBytes header;
    private readonly XdrArray<UpgradeEntryMeta> upgrades;

    internal ClosedLedger(
        LedgerHeader header,
        Hash hash,
        IReadOnlyList<ClosedTransaction> transactions,
        XdrArray<UpgradeEntryMeta> upgrades,
        XdrArray<LedgerKey> evicted,
        ulong sorobanBytes)
    {
        this.header = new XdrBytes(header.ToXdr());
        this.upgrades = upgrades;
        Sequence = header.LedgerSeq;
        CloseTime = header.ScpValue.CloseTime;
        Hash = hash;
        Transactions = transactions;
        EvictedKeys = evicted;
        SorobanStateBytes = sorobanBytes;
        Bytes = Overhead + this.header.Length + transactions.Sum(t => (long)t.Bytes) + (evicted.Count * 100L);
    }

    /// <summary>The sequence number.</summary>
    public uint Sequence { get; }

    /// <summary>The close time, seconds since 1970.</summary>
    public ulong CloseTime { get; }

    /// <summary>The hash: the SHA-256 of the header's XDR.</summary>
    public Hash Hash { get; }

    /// <summary>The transactions in the order in which they were applied.</summary>
    public IReadOnlyList<ClosedTransaction> Transactions { get; }

    /// <summary>Keys of temporary entries that went away in this ledger as their time was up, with those of their lifetimes.</summary>
    public XdrArray<LedgerKey> EvictedKeys { get; }

    /// <summary>The size of all contract data and code, in bytes of XDR.</summary>
    public ulong SorobanStateBytes { get; }

    /// <summary>How many bytes of history it takes.</summary>
    public long Bytes { get; }

    /// <summary>The header.</summary>
    public LedgerHeader Header() => XdrCodec.Decode<LedgerHeader>(header.Span);

    /// <summary>The header with its hash.</summary>
    public LedgerHeaderHistoryEntry HeaderEntry() => new(Hash, Header(), LedgerHeaderHistoryEntryExt.V0.Instance);

    /// <summary>All that happened in it, version 2: header, transaction set, results, changes, events.</summary>
    public LedgerCloseMeta Meta()
    {
        var entry = HeaderEntry();
        return new LedgerCloseMeta.V2(new LedgerCloseMetaV2(
            LedgerCloseMetaExt.V0.Instance,
            entry,
            TransactionSetBuilder.Build(entry.Header.PreviousLedgerHash, entry.Header.BaseFee, Transactions.Select(t => t.Envelope())),
            Transactions.Select(t => t.ResultMeta()).ToXdrArray(),
            upgrades,
            [],
            SorobanStateBytes,
            EvictedKeys));
    }
}
