using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nectar.Tests.Support;

namespace Nectar.Tests.EndToEnd;

/// <summary>What the image is made of, without the image: its publish command, its variables, its program, its check of health.</summary>
public sealed partial class PublishedAppTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nectar-published-");
    private readonly string image = File.ReadAllText(Repository.PathOf("Dockerfile"));

    [Fact(Timeout = 300_000)]
    public async Task The_published_folder_starts_with_the_images_variables_becomes_ready_and_serves_what_its_page_links_to()
    {
        var cancel = TestContext.Current.CancellationToken;
        var published = Path.Combine(folder.FullName, "app");
        await PublishAsync(published, cancel);
        var variables = ImageVariables().Matches(image).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        Assert.Equal(variables["API_PORT"], ImagePort().Match(image).Groups[1].Value);
        // The base image's own variable must not get in the way; the port and the volume cannot be had here.
        variables = new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = variables["API_PORT"] };

        await using var app = RunningApp.Start(variables, program: Path.Combine(published, ImageProgram().Match(image).Groups[1].Value));
        await app.WhenUpAsync(cancel);
        using var http = new HttpClient { BaseAddress = app.Address };
        while (!await IsOkAsync(http, "/readyz", cancel))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancel);
        }

        var links = PageLink().Matches(await http.GetStringAsync(new Uri("/", UriKind.Relative), cancel)).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.True(await IsOkAsync(http, $"/{link.TrimStart('/')}", cancel), $"{link} is linked to and not served");
        }

        Assert.Equal(0, await CheckHealthAsync(app.Address.Port, cancel));
        await app.KillAsync();
        Assert.NotEqual(0, await CheckHealthAsync(app.Address.Port, cancel));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The Dockerfile's own command; beside a Release build of the tests over what is built already.</summary>
    private async Task PublishAsync(string published, CancellationToken cancel)
    {
        var command = ImagePublish().Match(image).Groups[1].Value.Replace("/app", published, StringComparison.Ordinal);
        var isBuilt = AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release");
        var start = new ProcessStartInfo("dotnet", $"{command}{(isBuilt ? " --no-build" : "")}") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var publish = Process.Start(start)!;
        var told = await publish.StandardOutput.ReadToEndAsync(cancel);
        await publish.WaitForExitAsync(cancel);
        Assert.True(publish.ExitCode == 0, told);
    }

    /// <summary>The exit code of the Dockerfile's own check.</summary>
    private async Task<int> CheckHealthAsync(int port, CancellationToken cancel)
    {
        var command = JsonSerializer.Deserialize<string[]>(ImageCheck().Match(image).Groups[1].Value)!;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true };
        start.Environment["API_PORT"] = $"{port}";
        using var check = Process.Start(start)!;
        await check.WaitForExitAsync(cancel);
        return check.ExitCode;
    }

    private static async Task<bool> IsOkAsync(HttpClient http, string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return answer.IsSuccessStatusCode;
    }

    [GeneratedRegex(@"(?<=^ENV .*)(\w+)=(\S+)", RegexOptions.Multiline)]
    private static partial Regex ImageVariables();

    [GeneratedRegex(@"^EXPOSE (\d+)$", RegexOptions.Multiline)]
    private static partial Regex ImagePort();

    [GeneratedRegex(@"^ENTRYPOINT \[""dotnet"", ""(.+)""\]$", RegexOptions.Multiline)]
    private static partial Regex ImageProgram();

    [GeneratedRegex(@"^RUN dotnet (publish .+)$", RegexOptions.Multiline)]
    private static partial Regex ImagePublish();

    [GeneratedRegex(@"^HEALTHCHECK .*CMD (\[.+\])$", RegexOptions.Multiline)]
    private static partial Regex ImageCheck();

    [GeneratedRegex(@"(?:href|src)=""([^"":#]+\.(?:css|js|woff2|svg))""")]
    private static partial Regex PageLink();
}
