using System.Buffers.Binary;
using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Closing;

/// <summary>The hashes that chain ledgers.</summary>
internal static class HeaderHashes
{
    private static readonly uint[] strides = [50, 5_000, 50_000, 500_000];

    public static Hash Of<T>(T value)
        where T : IXdrValue<T>
    {
        using var writer = new XdrWriter();
        value.Encode(writer);
        return new Hash(SHA256.HashData(writer.Written));
    }

    /// <summary>
    /// The hash of the state: of the one before and the keys and values that changed. The network's own is that of a list of
    /// buckets, which exist so that validators can merge states on disk; this network has none.
    /// </summary>
    public static Hash OfState(Hash before, XdrArray<LedgerEntryChange> changes)
    {
        if (changes.Count == 0)
        {
            return before;
        }

        using var writer = new XdrWriter();
        before.Encode(writer);
        foreach (var change in changes)
        {
            if (change is not LedgerEntryChange.State)
            {
                change.Encode(writer);
            }
        }

        return new Hash(SHA256.HashData(writer.Written));
    }

    /// <summary>The state hash of ledger 1, as the network has it: one bucket with the root account, 21 empty ones.</summary>
    public static Hash OfGenesis(LedgerEntry root)
    {
        var entry = ((BucketEntry)new BucketEntry.Liveentry(root)).ToXdr();
        // Each record in a bucket's file begins with its length, the highest bit set (RFC 5531).
        var mark = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(mark, (uint)entry.Length | 0x8000_0000);
        var bucket = SHA256.HashData([.. mark, .. entry]);
        var levels = new List<byte>();
        for (var level = 0; level < 11; level++)
        {
            levels.AddRange(SHA256.HashData([.. level == 0 ? bucket : new byte[32], .. new byte[32]]));
        }

        return new Hash(SHA256.HashData(levels.ToArray()));
    }

    /// <summary>The skip list of a ledger, from that of the one before: hashes of the states 50, 5,000, … ledgers ago.</summary>
    public static XdrArray<Hash> SkipList(XdrArray<Hash> before, uint sequence, Hash state)
    {
        if (sequence % strides[0] != 0)
        {
            return before;
        }

        // Each list takes the value of the one before it when that one has gone round.
        Hash[] skip = [.. before];
        var last = 0;
        for (var offset = strides[0]; last < 3 && sequence > offset && (sequence - offset) % strides[last + 1] == 0; last++)
        {
            offset += strides[last + 1];
        }

        for (var i = last; i > 0; i--)
        {
            skip[i] = skip[i - 1];
        }

        skip[0] = state;
        return skip.ToXdrArray();
    }
}
