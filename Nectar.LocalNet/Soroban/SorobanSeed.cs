using System.Buffers.Binary;
using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Soroban;

/// <summary>Where random numbers come from.</summary>
public static class SorobanSeed
{
    /// <summary>SHA-256 of the transaction set's hash and the transaction's place in it (64 bits, big-endian), as in stellar-core.</summary>
    /// <param name="transactionSet">The set's hash.</param>
    /// <param name="index">The transaction's place in the order of applying, from 0.</param>
    public static Hash Of(Hash transactionSet, ulong index)
    {
        Span<byte> bytes = stackalloc byte[Hash.Size + sizeof(ulong)];
        transactionSet.Span.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[Hash.Size..], index);
        return new Hash(SHA256.HashData(bytes));
    }

    /// <summary>
    /// A seed that nobody can guess, for simulations: the nonces of recorded authorization come from it, and a nonce
    /// can be used once.
    /// </summary>
    public static Hash Random() => new(RandomNumberGenerator.GetBytes(Hash.Size));
}
