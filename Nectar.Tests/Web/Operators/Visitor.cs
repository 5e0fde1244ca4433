using System.Net;
using System.Text.RegularExpressions;

namespace Nectar.Tests.Web.Operators;

/// <summary>A browser without scripts: it keeps cookies, and sends forms with the token of the page.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;

    /// <summary>Somebody with no cookie yet.</summary>
    /// <param name="web">Whose pages they look at.</param>
    /// <param name="headers">What goes with each request, as a proxy adds it.</param>
    public Visitor(WebFixture web, params (string Name, string Value)[] headers)
    {
        Cookies = new CookieContainer();
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = web.Address };
        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.Add(name, value);
        }
    }

    /// <summary>The page whose form is sent.</summary>
    public string FormPage { get; init; } = "/console";

    public CookieContainer Cookies { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<string> GetAsync(string path = "/console") => http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

    /// <summary>Sends a form; gives the status and the text of what came of it, redirects followed.</summary>
    public async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, bool hasToken = true, params (string Name, string Value)[] fields)
    {
        var (status, page, _) = await SendAsync(path, hasToken, fields);
        return (status, page);
    }

    /// <summary>The same, with the address that it ended at.</summary>
    public async Task<(HttpStatusCode Status, string Page, Uri Address)> SendAsync(string path, bool hasToken, params (string Name, string Value)[] fields)
    {
        var values = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (hasToken)
        {
            // A page without a form has no token: the antiforgery check then refuses, as it should.
            values.Add(KeyValuePair.Create("__RequestVerificationToken", Token().Match(await GetAsync(FormPage)).Groups[1].Value));
        }

        using var content = new FormUrlEncodedContent(values);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), answer.RequestMessage!.RequestUri!);
    }

    public Task<(HttpStatusCode Status, string Page)> SignInAsync(string key) => PostAsync("/console/sign-in", fields: ("key", key));

    public Task<(HttpStatusCode Status, string Page)> ActAsync(string account, string action, string confirmation, string value = "", string version = "0", bool hasToken = true) =>
        PostAsync($"/console/keepers/{account}", hasToken, ("action", action), ("value", value), ("confirmation", confirmation), ("version", version));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
