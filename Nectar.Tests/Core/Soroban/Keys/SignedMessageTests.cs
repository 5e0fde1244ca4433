using Nectar.Core.Soroban.Keys;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Keys;

public sealed class SignedMessageTests
{
    // The vectors of SEP-53.
    private const string Seed = "SAKICEVQLYWGSOJS4WW7HZJWAHZVEEBS527LHK5V4MLJALYKICQCJXMW";

    [Theory]
    [InlineData("Hello, World!", "fO5dbYhXUhBMhe6kId/cuVq/AfEnHRHEvsP8vXh03M1uLpi5e46yO2Q8rEBzu3feXQewcQE5GArp88u6ePK6BA==")]
    [InlineData("こんにちは、世界！", "CDU265Xs8y3OWbB/56H9jPgUss5G9A0qFuTqH2zs2YDgTm+++dIfmAEceFqB7bhfN3am59lCtDXrCtwH2k1GBA==")]
    public void The_standards_own_signatures_are_made_and_verified(string text, string signature)
    {
        using var key = KeyPair.FromSecretSeed(Seed);

        Assert.Equal(signature, Convert.ToBase64String(key.Sign(SignedMessage.Digest(text))));
        Assert.True(SignedMessage.Verify(key.AccountId, text, Convert.FromBase64String(signature)));
    }

    [Fact]
    public void Neither_another_text_nor_another_account_nor_a_signature_over_the_bare_text_verifies()
    {
        var key = Samples.KeyOf(1);
        var signature = key.Sign(SignedMessage.Digest("text"));

        Assert.False(SignedMessage.Verify(key.AccountId, "texts", signature));
        Assert.False(SignedMessage.Verify(Samples.Beta, "text", signature));
        Assert.False(SignedMessage.Verify(key.AccountId, "text", key.Sign("text"u8)));
        Assert.False(SignedMessage.Verify(key.AccountId, "text", []));
    }
}
