using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
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

    [Fact]
    public void Each_line_of_the_image_fits_the_others_the_project_and_the_compose_file()
    {
        var lines = image.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => (Word: l.Split(' ')[0], Text: l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..])).ToList();
        var compose = File.ReadAllText(Repository.PathOf("docker-compose.yml"));
        var variables = ImageVariables().Matches(image).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var framework = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("TargetFramework").Single().Value["net".Length..];

        // A line of another kind needs a check of its own.
        Assert.Equal(
            ["FROM", "WORKDIR", "COPY", "RUN", "FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"],
            lines.Select(l => l.Word));
        Assert.Equal([$"mcr.microsoft.com/dotnet/sdk:{framework} AS build", $"mcr.microsoft.com/dotnet/aspnet:{framework}"], Rest("FROM"));
        Assert.Equal([". .", "--from=build /app ."], Rest("COPY"));
        Assert.EndsWith(" -o /app", Rest("RUN")[0], StringComparison.Ordinal);
        // The base image's user without rights owns the folder that outlives the container.
        Assert.Equal("app", Rest("USER").Single());
        Assert.Equal($"mkdir {variables["NECTAR_DATA"]} && chown app {variables["NECTAR_DATA"]}", Rest("RUN")[1]);
        Assert.Equal(variables["NECTAR_DATA"], Rest("VOLUME").Single());
        Assert.Contains($"      - journal:{variables["NECTAR_DATA"]}\n", compose, StringComparison.Ordinal);
        Assert.Equal(variables["API_PORT"], Rest("EXPOSE").Single());
        Assert.Contains($":{variables["API_PORT"]}\"\n", compose, StringComparison.Ordinal);
        Assert.Equal("SIGTERM", Rest("STOPSIGNAL").Single());
        // Longer than a keeper takes to bring its case home.
        var grace = int.Parse(ComposeGrace().Match(compose).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(TimeSpan.FromSeconds(grace) > Samples.Network().Keepers[0].StopWithin);

        List<string> Rest(string word) => [.. lines.Where(l => l.Word == word).Select(l => l.Text)];
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

    [GeneratedRegex(@"stop_grace_period: (\d+)s$", RegexOptions.Multiline)]
    private static partial Regex ComposeGrace();

    [GeneratedRegex(@"(?:href|src)=""([^"":#]+\.(?:css|js|woff2|svg))""")]
    private static partial Regex PageLink();
}
