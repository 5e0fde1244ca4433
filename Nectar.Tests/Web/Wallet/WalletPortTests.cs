using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

public sealed class WalletPortTests : IAsyncDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly SilentBrowser browser = new();

    [Fact]
    public async Task A_question_without_an_answer_ends_by_the_pages_own_clock_and_the_late_answer_is_dropped()
    {
        await using var port = new WalletPort(browser, time);
        var asking = port.AskAsync(WalletKind.Freighter, "signTransaction", TimeSpan.FromSeconds(180));
        time.Advance(TimeSpan.FromSeconds(179));
        Assert.False(asking.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<WalletReply.Silent>(await asking);
        port.Answered(browser.LastId, JsonDocument.Parse("{}").RootElement);
    }

    [Fact]
    public async Task Each_answer_finds_its_own_question()
    {
        await using var port = new WalletPort(browser, time);
        var first = port.AskAsync(WalletKind.Freighter, "isConnected", TimeSpan.FromSeconds(2));
        var firstId = browser.LastId;
        var second = port.AskAsync(WalletKind.Freighter, "isAllowed", TimeSpan.FromSeconds(2));

        port.Answered(browser.LastId, JsonDocument.Parse("""{"isAllowed":true}""").RootElement);
        port.Answered(firstId, JsonDocument.Parse("""{"error":{"code":-3,"message":"what"}}""").RootElement);

        Assert.True(WalletReply.IsTrue(Assert.IsType<WalletReply.Answered>(await second).Value, "isAllowed"));
        Assert.Equal(new WalletReply.Refused(-3, "what"), await first);
    }

    [Theory]
    [InlineData("""{"error":"old style"}""", "old style")]
    [InlineData("""[1]""", "the wallet answered with Array instead of an object")]
    public void Answers_of_another_shape_are_refusals_and_not_values(string json, string message) =>
        Assert.Equal(new WalletReply.Refused(-1, message), WalletReply.Of(JsonDocument.Parse(json).RootElement));

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    // A browser that takes every question and never answers by itself.
    private sealed class SilentBrowser : IJSRuntime, IJSObjectReference
    {
        public int LastId { get; private set; }

        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args)
        {
            LastId = identifier == "ask" ? (int)args![1]! : LastId;
            return ValueTask.FromResult(identifier == "import" ? (T)(object)this : default!);
        }

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
