using System.Diagnostics;
using Nectar.LocalNet.Http;
using Nectar.Tests.Support;

namespace Nectar.Tests.StellarSdk;

/// <summary>
/// The network as npm's <c>@stellar/stellar-sdk</c> sees it: each script of this folder is a story of its own, played over
/// HTTP against a network of its own.
/// </summary>
public sealed class StellarSdkTests
{
    private const string Shared = "network.mjs";
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(3);
    private static readonly string folder = Repository.PathOf("Nectar.Tests/StellarSdk");

    public static TheoryData<string> Stories { get; } =
        [.. Directory.EnumerateFiles(folder, "*.mjs").Select(file => Path.GetFileName(file)).Where(name => name != Shared).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_client_that_was_not_written_here_plays_its_story(string story)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "the SDK is not installed: npm ci --prefix Nectar.Tests/StellarSdk");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(longest);
        await using var network = await LocalNetApplication.StartAsync(new ServeOptions { Port = 0 }, TimeProvider.System, limit.Token);

        var (code, told) = await PlayAsync(story, network.Url, limit.Token);

        Assert.True(code == 0, told);
        Assert.Contains("ok ", told, StringComparison.Ordinal);
        await network.StopAsync(CancellationToken.None);
    }

    private static async Task<(int Code, string Told)> PlayAsync(string story, Uri url, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, story)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LOCALNET_URL"] = url.ToString().TrimEnd('/');
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
