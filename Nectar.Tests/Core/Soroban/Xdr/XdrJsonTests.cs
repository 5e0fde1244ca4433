using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Soroban.Xdr;

public sealed class XdrJsonTests
{
    [Theory]
    [InlineData("""{"u32":-1}""", "SCVal.u32: -1 is not an unsigned 32-bit integer")]
    [InlineData("""{"u32":"1"}""", "SCVal.u32: \"1\" is not an unsigned 32-bit integer")]
    [InlineData("""{"u64":"18446744073709551616"}""", "SCVal.u64: \"18446744073709551616\" is not an unsigned 64-bit integer")]
    [InlineData("""{"bool":1}""", "SCVal.b: 1 is not true or false")]
    [InlineData("""{"bool":true,"u32":1}""", "SCVal: has 1 fields, but the JSON has 2: bool, u32")]
    [InlineData("""{}""", "SCVal: an object without a field names no arm")]
    [InlineData(""" "bool" """, "SCVal: 'bool' is not a known value")]
    [InlineData("""{"void":null}""", "SCVal: 'void' is not a known value")]
    [InlineData("""{"bytes":"abc"}""", "SCVal.bytes: 'abc' is not hex")]
    [InlineData("""{"string":"a\\q"}""", "SCVal.str: 'a\\q' has a backslash at byte 1 that begins no escape")]
    [InlineData("""{"i128":"170141183460469231731687303715884105728"}""", "Int128Parts: '170141183460469231731687303715884105728' is not a signed 128-bit integer")]
    [InlineData("""{"map":[{"key":"void"}]}""", "SCMapEntry: field 'val' is missing")]
    [InlineData("""{"map":[{"key":"void","val":"void","extra":1}]}""", "SCMapEntry: has 2 fields, but the JSON has 3: key, val, extra")]
    [InlineData("""{"address":"SB5TSIGIBPDDTRFHUIUJU7QLO3PRHAK2IRXY2GHNWIV7M3FR5X6D26CP"}""", "SCAddress: the text of 56 characters is not a strkey of a public kind")]
    public void A_fault_is_named_with_type_and_value(string json, string message)
    {
        var error = Assert.Throws<XdrException>(() => XdrCodec.FromJson<SCVal>(json));

        Assert.Equal(message, error.Message);
        Assert.Null(error.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    public void What_is_no_json_is_refused_as_such(string json) =>
        Assert.StartsWith("SCVal: not JSON: ", Assert.Throws<XdrException>(() => XdrCodec.FromJson<SCVal>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_deeper_than_any_value_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"vec":[""", 100_000));

        Assert.Throws<XdrException>(() => XdrCodec.FromJson<SCVal>(deep));
    }

    [Fact]
    public void Sixty_four_bits_are_read_from_numbers_too() =>
        Assert.Equal(SCVal.FromInt64(long.MinValue), XdrCodec.FromJson<SCVal>("""{"i64":-9223372036854775808}"""));

    [Fact]
    public void Text_that_is_no_base64_is_refused()
    {
        var error = Assert.Throws<XdrException>(() => XdrCodec.FromBase64<SCVal>("not base64!"));

        Assert.Equal("SCVal: the text of 11 characters is not base64", error.Message);
    }
}
