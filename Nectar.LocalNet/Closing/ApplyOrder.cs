using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// The order in which a ledger's transactions are applied: classic ones first, and nobody can choose a place among them, as
/// hashes are mixed with that of the whole set.
/// </summary>
internal static class ApplyOrder
{
    public static IReadOnlyList<IncomingTransaction> Of(IEnumerable<IncomingTransaction> transactions, Hash set) =>
        [.. transactions.OrderBy(t => t.IsSoroban).ThenBy(t => Mixed(t, set), ByteOrder.Instance)];

    private static byte[] Mixed(IncomingTransaction transaction, Hash set)
    {
        var hash = SHA256.HashData(transaction.Envelope.ToXdr());
        for (var i = 0; i < hash.Length; i++)
        {
            hash[i] ^= set.Span[i];
        }

        return hash;
    }
}
