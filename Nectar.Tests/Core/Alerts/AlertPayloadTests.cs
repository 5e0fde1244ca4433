using Nectar.Core.Alerts;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Alerts;

public sealed class AlertPayloadTests
{
    private static readonly AlertMessage message = new(AlertRule.CaseFailed, "alpha: draw <failed> & @everyone", 3, Samples.Now);

    [Theory]
    [InlineData(AlertChannel.Webhook, """{"rule":"case failed","text":"alpha: draw <failed> & @everyone","times":3,"at":"2026-11-24T12:00:00Z"}""")]
    [InlineData(AlertChannel.Slack, """{"text":"Nectar case failed: alpha: draw &lt;failed&gt; &amp; @everyone (3 times since the last alert)"}""")]
    [InlineData(AlertChannel.Discord, """{"content":"Nectar case failed: alpha: draw <failed> & @everyone (3 times since the last alert)","allowed_mentions":{"parse":[]}}""")]
    public void Each_service_gets_its_own_shape(AlertChannel channel, string body) => Assert.Equal(body, AlertPayload.Of(channel, message));

    [Fact]
    public void Discords_limit_of_2000_characters_holds() =>
        Assert.InRange(AlertPayload.Of(AlertChannel.Discord, message with { Text = new string('x', 5_000) }).Length, 1_900, 2_000);

    // RFC 4231, test case 2.
    [Fact]
    public void A_signature_is_HMAC_SHA256() =>
        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", AlertPayload.Sign("what do ya want for nothing?", "Jefe"));
}
