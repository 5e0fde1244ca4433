using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Benchmarks.Keeper;

/// <summary>How many RPC calls a keeper makes in a ledger in which nothing happens, by the number of borrowers.</summary>
internal static class QuietLedgers
{
    private const int Ledgers = 20;

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var demo = await SampleMarket.StartAsync(cancel);
        var storage = new PoolStorage(demo.Contracts.Pool);
        foreach (var borrowers in new[] { 10, 180, 1_000 })
        {
            var copies = Enumerable.Range(0, borrowers - demo.People.Borrowers.Count)
                .Select(i => SCAddress.From(new AccountId(SHA256.HashData(BitConverter.GetBytes(i))))).ToList();
            var server = new CrowdedServer(demo.Server, storage.Positions(demo.People.Borrowers[0].Address), copies.Select(storage.Positions).ToHashSet());
            var options = new KeeperOptions
            {
                Key = demo.People.Keepers[0].Key,
                Registry = demo.Contracts.Registry,
                Vault = demo.Contracts.Vault,
                Pool = demo.Contracts.Pool,
                KnownBorrowers = [.. copies.Select(c => c.ToString())],
            };
            var keeper = new KeeperRunner(options, demo.Network.Network, server, new ForgetfulJournal(), TimeProvider.System, NullLoggerFactory.Instance);
            await keeper.RunCycleAsync(cancel);
            var before = server.Calls;
            for (var ledger = 0; ledger < Ledgers; ledger++)
            {
                await demo.Network.CloseLedgersAsync(1, 0, cancel);
                await keeper.RunCycleAsync(cancel);
            }

            await output.WriteLineAsync($"RPC calls in a quiet ledger with {keeper.View!.Positions.Count:N0} borrowers: {(double)(server.Calls - before) / Ledgers:0.##}");
        }
    }
}
