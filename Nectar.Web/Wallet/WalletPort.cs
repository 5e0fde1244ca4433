using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.JSInterop;

namespace Nectar.Web.Wallet;

/// <summary>
/// Speaks to the scripts of <c>wwwroot/js/wallet</c>. A question returns at once and is answered under its number, since
/// a person may read the wallet's window for longer than a call may take; an answer without a question is dropped.
/// </summary>
/// <param name="js">The browser.</param>
/// <param name="time">The clock.</param>
internal sealed class WalletPort(IJSRuntime js, TimeProvider time) : IWalletPort, IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<WalletReply>> open = new();
    private readonly Dictionary<WalletKind, Task<IJSObjectReference>> modules = [];
    private DotNetObjectReference<WalletPort>? self;
    private IJSObjectReference? watch;
    private int lastId;

    /// <inheritdoc/>
    public event Action<string, string>? Changed;

    /// <inheritdoc/>
    public async Task<WalletReply> AskAsync(WalletKind kind, string question, TimeSpan within, params object[] values)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<WalletReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        open[id] = answer;
        try
        {
            var module = await ModuleAsync(kind);
            await module.InvokeVoidAsync("ask", Self, id, question, values);
            return await answer.Task.WaitAsync(within, time);
        }
        catch (TimeoutException)
        {
            return new WalletReply.Silent();
        }
        catch (JSException e)
        {
            return new WalletReply.Refused(-1, e.Message);
        }
        finally
        {
            open.TryRemove(id, out _);
        }
    }

    /// <summary>An answer from the browser.</summary>
    [JSInvokable]
    public void Answered(int id, JsonElement value)
    {
        if (open.TryGetValue(id, out var answer))
        {
            answer.TrySetResult(WalletReply.Of(value));
        }
    }

    /// <summary>The wallet changed.</summary>
    [JSInvokable(nameof(Changed))]
    public void TellChange(string address, string passphrase) => Changed?.Invoke(address, passphrase);

    /// <inheritdoc/>
    public async Task WatchAsync()
    {
        if (watch is null)
        {
            var module = await ModuleAsync(WalletKind.Freighter);
            watch = await module.InvokeAsync<IJSObjectReference>("watch", Self);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (watch is not null)
            {
                await watch.InvokeVoidAsync("stop");
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its watch with it.
        }

        self?.Dispose();
    }

    private DotNetObjectReference<WalletPort> Self => self ??= DotNetObjectReference.Create(this);

    private Task<IJSObjectReference> ModuleAsync(WalletKind kind) => modules.TryGetValue(kind, out var loaded)
        ? loaded
        : modules[kind] = js.InvokeAsync<IJSObjectReference>("import", $"/js/wallet/{kind.ToString().ToLowerInvariant()}.js").AsTask();
}
