using CsCheck;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Soroban.Xdr;

public sealed class SCValTests
{
    private static readonly ContractId contract = new(Enumerable.Repeat((byte)7, 32).ToArray());

    [Fact]
    public void Wide_integers_come_back_whole() =>
        Gen.Select(Gen.Long, Gen.ULong).Sample((high, low) =>
        {
            var signed = ((Int128)high << 64) | low;
            var unsigned = new UInt128(unchecked((ulong)high), low);

            return SCVal.FromInt128(signed).ToInt128() == signed
                && SCVal.FromUInt128(unsigned).ToUInt128() == unsigned
                && XdrCodec.FromJson<SCVal>(SCVal.FromInt128(signed).ToJson()) == SCVal.FromInt128(signed);
        });

    [Theory]
    [InlineData("-170141183460469231731687303715884105728")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("18446744073709551616")]
    [InlineData("170141183460469231731687303715884105727")]
    public void The_ends_of_i128_print_as_themselves(string number) =>
        Assert.Equal($$"""{"i128":"{{number}}"}""", SCVal.FromInt128(Int128.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToJson());

    [Fact]
    public void A_struct_is_a_map_sorted_by_the_bytes_of_its_names()
    {
        var value = SCVal.FromStruct(("zeta", SCVal.FromUInt32(1)), ("alpha", SCVal.FromUInt32(2)), ("Upper", SCVal.FromUInt32(3)), ("alph", SCVal.FromUInt32(4)));

        Assert.Equal(["Upper", "alph", "alpha", "zeta"], value.ToMap().Select(e => e.Key.ToSymbol()));
        Assert.Equal(2u, value.Field("alpha").ToUInt32());
        Assert.Equal("SCVal: the map has no field 'beta'", Assert.Throws<XdrException>(() => value.Field("beta")).Message);
    }

    [Fact]
    public void A_key_twice_is_refused() =>
        Assert.Equal(
            """SCVal.map: key {"symbol":"a"} is there twice""",
            Assert.Throws<XdrException>(() => SCVal.FromStruct(("a", SCVal.FromBool(true)), ("a", SCVal.FromBool(false)))).Message);

    [Theory]
    [InlineData("a b")]
    [InlineData("caf\u00e9")]
    [InlineData("a_symbol_of_more_than_32_characters")]
    public void What_is_no_symbol_is_refused_by_name(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<XdrException>(() => SCVal.FromSymbol(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_of_another_kind_are_refused_with_both_kinds()
    {
        var error = Assert.Throws<XdrException>(() => SCVal.FromUInt32(5).ToInt128());

        Assert.Equal("SCVal: a value of kind U32 where I128 was expected", error.Message);
    }

    [Fact]
    public void Values_equal_by_content_in_bytes_lists_and_maps()
    {
        static SCVal Make() => SCVal.FromVec(
            SCVal.FromBytes([1, 2, 3]), SCVal.FromAddress(contract), SCVal.FromStruct(("k", SCVal.FromString("v"))));

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), SCVal.FromVec());
    }

    [Fact]
    public void The_order_is_by_kind_and_then_by_value()
    {
        SCVal[] ordered =
        [
            SCVal.FromBool(false), SCVal.FromBool(true), SCVal.Void.Instance,
            new SCVal.Error(new SCError.Contract(9)), new SCVal.Error(new SCError.WasmVm(SCErrorCode.ArithDomain)),
            SCVal.FromUInt32(0), SCVal.FromUInt32(uint.MaxValue), SCVal.FromInt32(-1), SCVal.FromInt32(0),
            SCVal.FromUInt64(1), SCVal.FromInt64(long.MinValue), SCVal.FromInt64(1), SCVal.FromUInt128(1), SCVal.FromUInt128(UInt128.MaxValue),
            SCVal.FromInt128(Int128.MinValue), SCVal.FromInt128(-1), SCVal.FromInt128(0),
            SCVal.FromBytes([]), SCVal.FromBytes([1]), SCVal.FromBytes([1, 0]), SCVal.FromBytes([2]),
            SCVal.FromString("B"), SCVal.FromString("a"), SCVal.FromSymbol("a"), SCVal.FromSymbol("aa"), SCVal.FromSymbol("b"),
            new SCVal.Vec(null), SCVal.FromVec(), SCVal.FromVec(SCVal.FromUInt32(1)), SCVal.FromVec(SCVal.FromUInt32(1), SCVal.Void.Instance), SCVal.FromVec(SCVal.FromUInt32(2)),
            SCVal.FromMap([]), SCVal.FromStruct(("a", SCVal.FromUInt32(1))), SCVal.FromStruct(("a", SCVal.FromUInt32(2))),
            SCVal.FromAddress(new AccountId(new byte[32])), SCVal.FromAddress(contract),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order(SCValComparer.Instance));
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = 0; j < ordered.Length; j++)
            {
                Assert.Equal(Math.Sign(i.CompareTo(j)), Math.Sign(SCValComparer.Instance.Compare(ordered[i], ordered[j])));
            }
        }
    }

    [Fact]
    public void Assets_have_their_canonical_text_and_come_back_from_it()
    {
        var issuer = new AccountId(new byte[32]);

        foreach (var asset in new[] { Asset.Native.Instance, Asset.Credit("USDC", issuer), Asset.Credit("A", issuer), Asset.Credit("TWELVELETTER", issuer) })
        {
            Assert.Equal(asset, Asset.ParseCanonical(asset.ToCanonicalString()));
        }

        Assert.Equal($"USDC:{issuer}", Asset.Credit("USDC", issuer).ToCanonicalString());
        Assert.Throws<XdrException>(() => Asset.Credit("THIRTEENCHARS", issuer));
        Assert.Throws<XdrException>(() => Asset.Credit("", issuer));
        Assert.Throws<XdrException>(() => Asset.ParseCanonical("USDC"));
    }
}
