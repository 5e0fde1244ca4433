using System.Globalization;
using System.Text;
using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Keys;

public sealed class KeyPairTests
{
    [Fact]
    public void Seeds_accounts_and_signatures_are_those_of_the_javascript_sdk()
    {
        foreach (var vector in SdkVectors.Root.GetProperty("keys").EnumerateArray())
        {
            using var key = KeyPair.FromRawSeed(Convert.FromHexString(vector.Text("rawSeed")));
            using var same = KeyPair.FromSecretSeed(vector.Text("seed"));
            var signature = key.Sign("hello"u8);

            Assert.Equal(vector.Text("account"), key.AccountId.ToString());
            Assert.Equal(key.AccountId, same.AccountId);
            Assert.Equal(vector.Text("seed"), key.ExportSecretSeed());
            Assert.Equal(vector.Text("signatureOfHello"), Convert.ToHexStringLower(signature));
            Assert.True(KeyPair.Verify(key.AccountId, "hello"u8, signature));
            Assert.False(KeyPair.Verify(key.AccountId, "hallo"u8, signature));
            Assert.False(KeyPair.Verify(key.AccountId, "hello"u8, signature.AsSpan(1)));
        }
    }

    [Fact]
    public void The_hint_is_the_end_of_the_public_key()
    {
        using var key = KeyPair.Random();

        Assert.Equal(key.AccountId.ToArray()[^4..], key.Hint.ToArray());
        Assert.Equal(key.Hint, key.SignDecorated([1]).Hint);
    }

    [Fact]
    public void The_root_key_of_the_standalone_network_is_the_known_one()
    {
        using var root = Network.Standalone.RootKeyPair();

        Assert.Equal("SC5O7VZUXDJ6JBDSZ74DSERXL7W3Y5LTOAMRF7RQRL3TAGAPS7LUVG3L", root.ExportSecretSeed());
        Assert.Equal("GBZXN7PIRZGNMHGA7MUUUF4GWPY5AYPV6LY4UV2GL6VJGIQRXFDNMADI", root.ToString());
    }

    [Fact]
    public void The_secret_shows_in_no_text_json_or_error()
    {
        var raw = Convert.FromHexString(SdkVectors.Root.GetProperty("keys")[0].Text("rawSeed"));
        using var key = KeyPair.FromRawSeed(raw);
        var seed = key.ExportSecretSeed();
        var mistyped = string.Concat(seed.AsSpan(0, 55), seed[55] == 'A' ? "B" : "A");
        string[] shown =
        [
            key.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{key}"),
            JsonSerializer.Serialize(key),
            JsonSerializer.Serialize<object>(new { Key = key }),
            Assert.Throws<FormatException>(() => KeyPair.FromSecretSeed(mistyped)).ToString(),
            Assert.Throws<ArgumentException>(() => KeyPair.FromRawSeed(raw.AsSpan(1))).ToString(),
            Assert.Throws<FormatException>(() => AccountId.Parse(seed)).ToString(),
        ];

        foreach (var text in shown)
        {
            Assert.DoesNotContain(seed[1..9], text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(raw)[..16], text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(raw)[..12], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_disposed_key_signs_no_more()
    {
        var key = KeyPair.Random();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign(Encoding.UTF8.GetBytes("late")));
    }
}
