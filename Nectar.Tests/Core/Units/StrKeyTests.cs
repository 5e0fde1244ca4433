using System.Text;
using CsCheck;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Units;

public sealed class StrKeyTests
{
    private static readonly StrKeyKind[] kinds = Enum.GetValues<StrKeyKind>();

    [Theory]
    // SEP-23's own examples, one of each kind that it has.
    [InlineData(StrKeyKind.AccountId, "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a")]
    [InlineData(StrKeyKind.MuxedAccount, "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a0000000000000000")]
    [InlineData(StrKeyKind.MuxedAccount, "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLK", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a8000000000000000")]
    [InlineData(StrKeyKind.SignedPayload, "PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAQACAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBZGM", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a000000200102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20")]
    [InlineData(StrKeyKind.SignedPayload, "PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAOQCAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUAAAAFGBU", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a0000001d0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d000000")]
    [InlineData(StrKeyKind.Contract, "CA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUWDA", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a")]
    [InlineData(StrKeyKind.LiquidityPool, "LA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUPJN", "3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a")]
    [InlineData(StrKeyKind.ClaimableBalance, "BAAD6DBUX6J22DMZOHIEZTEQ64CVCHEDRKWZONFEUL5Q26QD7R76RGR4TU", "003f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a")]
    public void The_examples_of_sep_23_are_read_and_written(StrKeyKind kind, string text, string payload)
    {
        Assert.Equal(payload, Convert.ToHexStringLower(StrKey.Decode(kind, text)));
        Assert.Equal(text, StrKey.Encode(kind, Convert.FromHexString(payload)));
    }

    [Theory]
    // SEP-23's invalid examples and what is wrong with each.
    [InlineData("GAAAAAAAACGC6")] // too short
    [InlineData("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUR")] // unused trailing bits not zero
    [InlineData("GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZA")] // length congruent to 1 mod 8
    [InlineData("GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUACUSI")] // base32 of 36 bytes
    [InlineData("G47QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVP2I")] // low bits of the version byte
    [InlineData("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAJLKA")] // length congruent to 6 mod 8
    [InlineData("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVAAAAAAAAAAAAAAV75I")] // base32 of 44 bytes
    [InlineData("M47QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ")] // low bits of the version byte
    [InlineData("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUK===")] // padding
    [InlineData("MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUO")] // checksum
    [InlineData("PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAQACAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IAAAAAAAAPM")] // payload length prefix too small
    [InlineData("PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAOQCAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4Z2PQ")] // no room for its payload
    [InlineData("PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAOQCAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DXFH6")] // no zero padding
    [InlineData("")]
    [InlineData("ga7qynf7sowq3glr2bgmzehxavirza4kvwltjjfc7mgxua74p7ujvsgz")] // small letters
    [InlineData("GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSG\u00e9")]
    public void The_invalid_examples_of_sep_23_are_refused(string text) =>
        Assert.False(StrKey.TryDecode(text, out _, out _));

    [Fact]
    public void Every_payload_comes_back_from_its_text() =>
        Gen.Select(Gen.OneOf(kinds), Gen.Byte.Array[32], Gen.Byte.Array[1, 64]).Sample((kind, key, payload) =>
        {
            byte[] shaped = kind switch
            {
                StrKeyKind.MuxedAccount => [.. key, .. key[..8]],
                StrKeyKind.ClaimableBalance => [0, .. key],
                StrKeyKind.SignedPayload => [.. key, 0, 0, 0, (byte)payload.Length, .. payload, .. new byte[(4 - (payload.Length % 4)) % 4]],
                _ => key,
            };
            var text = StrKey.Encode(kind, shaped);

            return StrKey.TryDecode(text, out var found, out var read) && found == kind && read.AsSpan().SequenceEqual(shaped);
        });

    [Fact]
    public void A_single_changed_letter_is_always_refused() =>
        Gen.Select(Gen.OneOf(kinds.Where(k => k is not (StrKeyKind.MuxedAccount or StrKeyKind.ClaimableBalance or StrKeyKind.SignedPayload)).ToArray()), Gen.Byte.Array[32], Gen.Int[0, 55], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"])
            .Where((kind, key, place, letter) => StrKey.Encode(kind, key)[place] != letter)
            .Sample((kind, key, place, letter) =>
            {
                var text = new StringBuilder(StrKey.Encode(kind, key)) { [place] = letter };

                return !StrKey.TryDecode(text.ToString(), out _, out _);
            });

    [Fact]
    public void A_mistyped_seed_is_not_repeated_in_the_error()
    {
        const string Mistyped = "SB5TSIGIBPDDTRFHUIUJU7QLO3PRHAK2IRXY2GHNWIV7M3FR5X6D26CQ";

        foreach (var kind in kinds)
        {
            var error = Assert.Throws<FormatException>(() => StrKey.Decode(kind, Mistyped));

            Assert.DoesNotContain(Mistyped[..8], error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_kind_is_named_with_the_value()
    {
        const string Account = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";

        var error = Assert.Throws<FormatException>(() => ContractId.Parse(Account));

        Assert.Equal($"'{Account}' is not a strkey of kind Contract", error.Message);
    }
}
