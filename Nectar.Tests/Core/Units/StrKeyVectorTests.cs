using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Units;

/// <summary>Differential tests against the Rust reference crate.</summary>
public sealed class StrKeyVectorTests
{
    private static readonly Dictionary<string, StrKeyKind> kinds = new()
    {
        ["ed25519_public_key"] = StrKeyKind.AccountId,
        ["ed25519_secret_seed"] = StrKeyKind.Seed,
        ["pre_auth_tx"] = StrKeyKind.PreAuthTransaction,
        ["hash_x"] = StrKeyKind.HashX,
        ["muxed_account"] = StrKeyKind.MuxedAccount,
        ["signed_payload"] = StrKeyKind.SignedPayload,
        ["contract"] = StrKeyKind.Contract,
        ["liquidity_pool"] = StrKeyKind.LiquidityPool,
        ["claimable_balance"] = StrKeyKind.ClaimableBalance,
    };

    [Fact]
    public void Every_golden_key_is_read_as_its_kind_and_written_the_same()
    {
        var seen = new HashSet<StrKeyKind>();
        foreach (var line in VectorFile.Lines("strkey/valid.jsonl"))
        {
            var (kind, text, payload) = (kinds[line.Text("kind")], line.Text("strkey"), line.Hex("payload"));
            seen.Add(kind);

            Assert.True(StrKey.TryDecode(text, out var found, out var read), text);
            Assert.Equal(kind, found);
            Assert.Equal(payload, read);
            Assert.Equal(text, StrKey.Encode(kind, payload));
            Assert.All(Enum.GetValues<StrKeyKind>().Where(k => k != kind), other => Assert.Throws<FormatException>(() => StrKey.Decode(other, text)));
        }

        Assert.Equal(Enum.GetValues<StrKeyKind>().Order(), seen.Order());
    }

    [Fact]
    public void Every_golden_text_that_is_no_key_is_refused()
    {
        var texts = VectorFile.Lines("strkey/invalid.jsonl").Select(l => l.Text("strkey")).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.False(StrKey.TryDecode(text, out _, out _), text));
    }
}
