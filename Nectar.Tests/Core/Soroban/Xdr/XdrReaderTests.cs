using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Soroban.Xdr;

public sealed class XdrReaderTests
{
    [Theory]
    [InlineData("00000063", "SCValType: 99 is not a known value at offset 0")]
    [InlineData("0000000000000002", "SCVal.b: 2 is not a bool (0 or 1) at offset 4")]
    [InlineData("000000010000", "SCVal: 2 trailing bytes, the first 0, at offset 4")]
    [InlineData("0000000d0000000141000001", "SCVal.bytes: padding byte 1 is not zero at offset 11")]
    [InlineData("0000000f0000002141414141", "SCVal.sym: length 33 is over the limit of 32 at offset 4")]
    [InlineData("0000000dffffffff41414141", "SCVal.bytes: length 4294967295 claims more than the 4 bytes left at offset 4")]
    [InlineData("000000100000000140000000", "SCVal.vec: length 1073741824 claims more than the 0 bytes left at offset 8")]
    [InlineData("00000005000000", "SCVal.u64: 8 bytes needed, 3 left at offset 4")]
    public void A_fault_is_named_with_type_value_and_offset(string hex, string message)
    {
        var error = Assert.Throws<XdrException>(() => XdrCodec.Decode<SCVal>(Convert.FromHexString(hex)));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_known_enum_value_that_has_no_arm_is_refused()
    {
        var error = Assert.Throws<XdrException>(() => XdrCodec.Decode<AssetCode>([0, 0, 0, 0]));

        Assert.Equal("AssetCode: 0 is not a known value at offset 0", error.Message);
    }

    [Fact]
    public void Nesting_is_read_to_the_limit_and_refused_beyond()
    {
        var atLimit = Nested(XdrReader.MaxDepth / 2);

        Assert.Equal(Convert.ToHexString(atLimit), Convert.ToHexString(XdrCodec.Decode<SCVal>(atLimit).ToXdr()));
        var error = Assert.Throws<XdrException>(() => XdrCodec.Decode<SCVal>(Nested(200_000)));
        Assert.StartsWith("SCVal", error.Message, StringComparison.Ordinal);
        Assert.Contains("nested deeper than 500 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_too_deep_to_read_is_not_written_either()
    {
        SCVal value = SCVal.Void.Instance;
        for (var i = 0; i < 300; i++)
        {
            value = SCVal.FromVec(value);
        }

        Assert.Throws<XdrException>(() => value.ToXdr());
    }

    [Fact]
    public void The_deepest_value_prints_and_comes_back_from_json_on_a_small_stack()
    {
        var xdr = Nested(XdrReader.MaxDepth / 2);
        byte[]? back = null;
        var thread = new Thread(() => back = XdrCodec.FromJson<SCVal>(XdrCodec.Decode<SCVal>(xdr).ToJson()).ToXdr(), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(xdr, back);
    }

    [Fact]
    public void A_length_over_its_limit_is_not_written()
    {
        var error = Assert.Throws<XdrException>(() => new Memo.Text("twenty-nine characters are it").ToXdr<Memo>());

        Assert.Equal("Memo.text: length 29 is over the limit of 28", error.Message);
    }

    // A vec in a vec in a vec, the innermost of them empty: two levels each.
    private static byte[] Nested(int vecs)
    {
        var bytes = new byte[vecs * 12];
        for (var i = 0; i < vecs; i++)
        {
            bytes[(i * 12) + 3] = (byte)SCValType.Vec;
            bytes[(i * 12) + 7] = 1;
            bytes[(i * 12) + 11] = (byte)(i == vecs - 1 ? 0 : 1);
        }

        return bytes;
    }
}
