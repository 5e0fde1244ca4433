using CsCheck;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Soroban.Xdr;

/// <summary>Hostile bytes: any type must answer with a value or an <see cref="XdrException"/>, within its memory.</summary>
public sealed class XdrPropertyTests
{
    private static readonly IXdrCatalogEntry[] types = [.. XdrCatalog.ByName.Values.OrderBy(e => e.Name, StringComparer.Ordinal)];
    private static readonly (string Type, byte[] Xdr)[] values = [.. XdrVectors.Values().Select(v => (v.Type, v.Xdr))];

    [Fact]
    public void Random_bytes_are_a_value_or_an_error_and_take_bounded_memory() =>
        Gen.Select(Gen.OneOf(types), Gen.Byte.Array[0, 4096]).Sample(s => Answers(s.Item1, s.Item2), iter: 20_000);

    [Fact]
    public void Small_words_that_look_like_tags_and_lengths_are_too() =>
        Gen.Select(Gen.OneOf(types), Gen.Frequency((8, Gen.Int[0, 24]), (1, Gen.Int[-20, 2000]), (1, Gen.Int)).Array[0, 600])
            .Select((type, words) => (type, words.SelectMany(w => BitConverter.GetBytes(w).Reverse()).ToArray()))
            .Sample(s => Answers(s.Item1, s.Item2), iter: 20_000);

    [Fact]
    public void Golden_bytes_with_a_few_changes_are_too() =>
        Gen.Select(Gen.OneOf(values), Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[1, 4])
            .Select((value, changes) =>
            {
                var bytes = value.Xdr.ToArray();
                foreach (var (place, change) in changes)
                {
                    if (bytes.Length > 0)
                    {
                        bytes[place % bytes.Length] ^= change;
                    }
                }

                return (XdrCatalog.ByName[value.Type], bytes);
            })
            .Sample(s => Answers(s.Item1, s.Item2), iter: 20_000);

    [Fact]
    public void Many_small_elements_take_no_more_memory_than_the_bound()
    {
        // The dearest shapes: long lists whose elements are small on the wire and objects in memory.
        var words = 25_000;
        var bools = new byte[12 + (words * 8)];
        (bools[3], bools[7]) = ((byte)SCValType.Vec, 1);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bools.AsSpan(8), words);
        var emptyMaps = new byte[12 + (words * 8)];
        bools.CopyTo(emptyMaps, 0);
        for (var i = 0; i < words; i++)
        {
            emptyMaps[12 + (i * 8) + 3] = (byte)SCValType.Map;
        }

        Assert.True(Answers(XdrCatalog.ByName["ScVal"], bools));
        Assert.True(Answers(XdrCatalog.ByName["ScVal"], emptyMaps));
    }

    private static bool Answers(IXdrCatalogEntry type, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        object? value;
        try
        {
            value = type.Decode(bytes);
        }
        catch (XdrException)
        {
            return GC.GetAllocatedBytesForCurrentThread() - before <= 65_536 + (16L * bytes.Length);
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken <= 65_536 + (16L * bytes.Length), $"{type.Name}: {bytes.Length} bytes took {taken}");
        Assert.Equal(bytes, type.Encode(value));
        return true;
    }
}
