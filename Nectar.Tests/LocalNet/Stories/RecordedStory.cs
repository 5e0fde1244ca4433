using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Stories;

/// <summary>
/// A market's whole life as the Rust side recorded it (<c>Nectar.Tests/Vectors/README.md</c>, "Stories"): deployed, lent to, liquidated in steps
/// and at once.
/// </summary>
internal static class RecordedStory
{
    private const string Folder = "Nectar.LocalNet/host/tests/stories";

    /// <summary>The steps of a market's story.</summary>
    public static IEnumerable<StoryStep> Of(string market)
    {
        using var receipts = File.ReadLines(Repository.PathOf($"{Folder}/{market}.receipts.jsonl")).GetEnumerator();
        foreach (var line in Lines(market))
        {
            switch (line.Split(' '))
            {
                case ["entry", var entry]:
                    yield return new StoryStep.Entry(XdrCodec.FromBase64<LedgerEntry>(entry).Data);
                    break;
                case ["ledger", var sequence, var closeTime]:
                    yield return new StoryStep.Ledger(uint.Parse(sequence, CultureInfo.InvariantCulture), ulong.Parse(closeTime, CultureInfo.InvariantCulture));
                    break;
                case ["transaction", _, var envelope]:
                    if (!receipts.MoveNext())
                    {
                        throw new FormatException($"{market}: a transaction without a receipt");
                    }

                    yield return new StoryStep.Transaction(
                        new TransactionEnvelope.Tx(XdrCodec.FromBase64<TransactionV1Envelope>(envelope)), JsonDocument.Parse(receipts.Current).RootElement);
                    break;
                default:
                    throw new FormatException($"no step of a story: '{line}'");
            }
        }

        if (receipts.MoveNext())
        {
            throw new FormatException($"{market}: a receipt without a transaction");
        }
    }

    private static IEnumerable<string> Lines(string market)
    {
        using var file = File.OpenRead(Repository.PathOf($"{Folder}/{market}.story.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
