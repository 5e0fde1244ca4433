using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Host.Engine;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Host;

public sealed class HostModuleTests(SharedHost shared)
{
    [Fact]
    public void The_wasm_file_is_the_one_whose_hash_is_committed()
    {
        var committed = File.ReadAllText(Repository.PathOf("Nectar.LocalNet/host/nectar-host.wasm.sha256"));

        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(HostModule.ReadWasm())), committed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_runs_protocol_28()
    {
        var versions = Assert.IsType<HostResult<HostVersions>.Ok>(shared.Host.Versions()).Value;

        Assert.Equal(28u, versions.NewestProtocol);
        Assert.Equal(0u, versions.PreRelease);
        Assert.Equal("28.0.2", versions.SorobanEnvHost);
    }

    [Fact]
    public void A_torn_an_altered_and_a_foreign_file_of_compiled_code_are_made_anew()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Start(folder);
            var path = Assert.Single(Directory.GetFiles(folder));
            var good = File.ReadAllBytes(path);
            var altered = good.ToArray();
            altered[good.Length / 2] ^= 1;
            byte[] foreignCode = [.. "\u007fELF, but of something else"u8];
            byte[] foreign = [.. SHA256.HashData(foreignCode), .. foreignCode];

            foreach (var bad in new[] { [], good[..31], good[..(good.Length / 2)], altered, foreign })
            {
                File.WriteAllBytes(path, bad);
                Start(folder);
                Assert.Equal(good.Length, new FileInfo(path).Length);
                Assert.Single(Directory.GetFiles(folder));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_cache_folder_that_cannot_be_made_costs_only_the_next_start_its_speed()
    {
        var file = Path.GetTempFileName();
        try
        {
            Start(Path.Combine(file, "nectar"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Start(string folder)
    {
        using var host = new SorobanHost(
            new SorobanHostOptions { CacheFolder = folder }, InstanceLimits.Usual, NullLogger.Instance);
        Assert.IsType<HostResult<HostVersions>.Ok>(host.Versions());
    }
}
