using Nectar.Core.Soroban.Xdr;

namespace Nectar.Benchmarks.Network;

/// <summary>How long a TransactionMeta of some 100 KB takes to decode, here and in the Rust crate.</summary>
internal static class Decoding
{
    private const int Wanted = 100_000;

    /// <summary>The size of what is decoded in bytes, the time here, and that of the crate; null where there is no cargo.</summary>
    /// <param name="metas">Of real transactions; the operations of several make one that is large enough.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<(int Bytes, TimeSpan Here, TimeSpan? Native)> TimeAsync(IReadOnlyList<TransactionMeta> metas, CancellationToken cancel)
    {
        var bytes = XdrCodec.ToXdr<TransactionMeta>(Large([.. metas.OfType<TransactionMeta.V4>().Select(m => m.Value)]));
        var here = await Shortest.OfAsync(() =>
        {
            _ = XdrCodec.Decode<TransactionMeta>(bytes);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bytes, cancel).ConfigureAwait(false);
            return (bytes.Length, here, await NativeHost.DecodeAsync(file, cancel).ConfigureAwait(false));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static TransactionMeta.V4 Large(IReadOnlyList<TransactionMetaV4> metas)
    {
        // Calls, not uploads: bytes of wasm are one field however long.
        var calls = metas.Where(m => m.Operations.Count == 1 && m.Operations[0].Events.Count > 0).ToList();
        var operations = new List<OperationMetaV2>();
        for (var (i, size) = (0, 0); size < Wanted; i++)
        {
            var next = calls[i % calls.Count].Operations[0];
            operations.Add(next);
            size += next.ToXdr().Length;
        }

        return new TransactionMeta.V4(calls[0] with { Operations = operations.ToXdrArray() });
    }
}
