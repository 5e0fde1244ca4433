using System.IO.Compression;
using System.Security.Cryptography;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Wallet;

/// <summary>The built scripts as they are committed.</summary>
public sealed class WalletScriptTests
{
    private const string Folder = "Nectar.Web/wwwroot/js/wallet";

    [Theory]
    [InlineData("freighter.js")]
    [InlineData("practice.js")]
    public void A_script_takes_no_more_than_4_KB_with_brotli(string file)
    {
        var bytes = File.ReadAllBytes(Repository.PathOf($"{Folder}/{file}"));
        var packed = new byte[bytes.Length];

        Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var size, quality: 11, window: 22));

        Assert.InRange(size, 1, 4_096);
    }

    [Fact]
    public void The_committed_hashes_are_those_of_the_committed_scripts()
    {
        var lines = File.ReadAllLines(Repository.PathOf($"{Folder}/SHA256SUMS")).Select(l => l.Split("  ")).ToList();

        Assert.Equal(["freighter.js", "more.js", "practice.js"], lines.Select(l => l[1]).Order());
        Assert.All(lines, l => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.PathOf($"{Folder}/{l[1]}")))), l[0]));
    }

    [Fact]
    public void Their_source_is_short_and_knows_nothing_of_amounts_or_contracts()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("wwwroot-wallet"), "*.ts").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);

        Assert.All(sources, s => Assert.InRange(s.Value.Split('\n').Length, 1, 60));
        Assert.All(sources, s => Assert.DoesNotMatch("deposit|withdraw|parseFloat|Number\\(", s.Value));
    }
}
