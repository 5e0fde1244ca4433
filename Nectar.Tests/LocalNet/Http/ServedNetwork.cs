using System.Net;
using System.Text;
using System.Text.Json;
using Nectar.LocalNet.Http;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>A network on a free port, as its command serves it, and a client before a real socket.</summary>
public sealed class ServedNetwork : IAsyncLifetime
{
    private LocalNetApplication? application;
    private HttpClient? http;

    public LocalNetApplication Application => application!;

    public HttpClient Http => http!;

    public async ValueTask InitializeAsync()
    {
        application = await LocalNetApplication.StartAsync(new ServeOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
        http = new HttpClient { BaseAddress = application.Url };
    }

    public async ValueTask DisposeAsync()
    {
        http!.Dispose();
        await application!.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }

    /// <summary>Posts bytes as JSON; gives status and text.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await Http.PostAsync(new Uri("/rpc", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The JSON that answers a body; the status must be 200.</summary>
    public async Task<JsonElement> AnswerAsync(string body)
    {
        var (status, text) = await PostAsync(Encoding.UTF8.GetBytes(body));
        Assert.Equal(HttpStatusCode.OK, status);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The answer to one call: its result, or its error's code and message.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters as JSON.</param>
    public async Task<(JsonElement? Result, int Code, string Message)> CallAsync(string method, string parameters = "{}")
    {
        var answer = await AnswerAsync($$"""{"jsonrpc":"2.0","id":7,"method":{{JsonSerializer.Serialize(method)}},"params":{{parameters}}}""");
        Assert.Equal(("2.0", 7), (answer.GetProperty("jsonrpc").GetString(), answer.GetProperty("id").GetInt32()));
        return answer.TryGetProperty("error", out var error)
            ? (null, error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()!)
            : (answer.GetProperty("result"), 0, "");
    }

    /// <summary>Whatever came before, the next call works.</summary>
    public async Task AssertServesAsync() =>
        Assert.Equal("healthy", (await CallAsync("getHealth")).Result!.Value.GetProperty("status").GetString());
}
