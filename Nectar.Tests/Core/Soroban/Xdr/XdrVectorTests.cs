using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Soroban.Xdr;

/// <summary>Differential tests against the Rust reference crate.</summary>
public sealed class XdrVectorTests
{
    [Fact]
    public void Every_type_of_the_protocol_has_golden_values() =>
        Assert.Empty(XdrCatalog.ByName.Keys.Except(XdrVectors.Values().Select(v => v.Type)));

    [Fact]
    public void Golden_values_keep_their_bytes_and_are_equal_to_themselves()
    {
        foreach (var (type, xdr, _) in XdrVectors.Values())
        {
            var entry = XdrCatalog.ByName[type];
            var value = entry.Decode(xdr);
            var again = entry.Decode(xdr);

            Assert.Equal(Convert.ToHexString(xdr), Convert.ToHexString(entry.Encode(value)));
            Assert.True(Equals(value, again), $"{type}: two readings of the same bytes differ");
            Assert.Equal(value?.GetHashCode(), again?.GetHashCode());
        }
    }

    [Fact]
    public void Golden_values_print_the_same_json_and_come_back_from_it()
    {
        foreach (var (type, xdr, json) in XdrVectors.Values())
        {
            var entry = XdrCatalog.ByName[type];

            // Alone, and only there, the crate prints 64 bits as a number: its aliases carry no rule of their own.
            var printed = entry.ToJson(entry.Decode(xdr));
            Assert.Equal(json.GetRawText(), type is "Int64" or "Uint64" ? printed.Trim('"') : printed);
            Assert.Equal(Convert.ToHexString(xdr), Convert.ToHexString(entry.Encode(entry.FromJson(json))));
        }
    }

    [Fact]
    public void Golden_malformed_bytes_are_refused_with_type_and_offset()
    {
        foreach (var (type, xdr) in XdrVectors.Malformed())
        {
            var error = Assert.Throws<XdrException>(() => XdrCatalog.ByName[type].Decode(xdr));

            Assert.NotEmpty(error.TypeName);
            Assert.InRange(error.Offset ?? -1, 0, xdr.Length);
        }
    }
}
