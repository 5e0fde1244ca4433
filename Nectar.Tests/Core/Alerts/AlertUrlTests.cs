using System.Net;
using Nectar.Core.Alerts;

namespace Nectar.Tests.Core.Alerts;

public sealed class AlertUrlTests
{
    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/secret", false, null)]
    [InlineData("https://8.8.8.8/x", false, null)]
    [InlineData("http://localhost:9/x", true, null)]
    [InlineData("https://127.0.0.1/x", true, null)]
    [InlineData("http://localhost:9/x", false, "loopback")]
    [InlineData("https://[::1]/x", false, "loopback")]
    [InlineData("http://hooks.slack.com/x", true, "must be https")]
    [InlineData("ftp://hooks.slack.com/x", true, "must be https")]
    [InlineData("https://10.0.0.1/x", true, "private")]
    [InlineData("https://169.254.169.254/latest/meta-data", true, "private")]
    [InlineData("https://[fd00::1]/x", true, "private")]
    [InlineData("https://[::ffff:192.168.0.1]/x", true, "private")]
    [InlineData("https://user:pass@example.org/x", false, "user or password")]
    [InlineData("hooks.slack.com", false, "absolute URL")]
    public void A_target_is_https_to_a_public_address_or_loopback_where_that_is_allowed(string url, bool allowsLoopback, string? problem)
    {
        var told = AlertUrl.Problem(url, allowsLoopback);

        if (problem is null)
        {
            Assert.Null(told);
        }
        else
        {
            Assert.Contains(problem, told, StringComparison.Ordinal);
            Assert.DoesNotContain(url, told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1")]
    public void A_name_that_resolves_to_such_an_address_is_not_connected_to(string address) => Assert.False(AlertUrl.IsAllowed(IPAddress.Parse(address), isLoopbackTarget: false));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700:4700::1111")]
    public void A_public_one_is(string address) => Assert.True(AlertUrl.IsAllowed(IPAddress.Parse(address), isLoopbackTarget: false));

    [Fact]
    public void A_target_that_was_allowed_as_loopback_reaches_nothing_else()
    {
        Assert.True(AlertUrl.IsAllowed(IPAddress.Loopback, isLoopbackTarget: true));
        Assert.False(AlertUrl.IsAllowed(IPAddress.Parse("8.8.8.8"), isLoopbackTarget: true));
        Assert.False(AlertUrl.IsAllowed(IPAddress.Parse("10.0.0.1"), isLoopbackTarget: true));
    }

    [Fact]
    public void Of_a_URL_only_scheme_and_host_are_shown() =>
        Assert.Equal("https://hooks.slack.com/…", AlertUrl.Masked(new Uri("https://hooks.slack.com/services/T0/B0/secret?token=x")));
}
