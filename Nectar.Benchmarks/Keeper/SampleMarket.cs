using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.Demo;

namespace Nectar.Benchmarks.Keeper;

/// <summary>The embedded network as the app deploys it, with six borrowers.</summary>
internal static class SampleMarket
{
    public static Task<DemoNetwork> StartAsync(CancellationToken cancel) =>
        DemoNetwork.StartAsync(new DemoOptions { Borrowers = 6 }, TimeProvider.System, NullLoggerFactory.Instance, cancel);

    public static Task<PoolSnapshot> ReadAsync(DemoNetwork demo, CancellationToken cancel) =>
        new PoolReader(demo.Server, demo.Contracts.Pool).ReadAsync([.. demo.People.Borrowers.Select(b => b.Address)], null, cancel);

    /// <summary>Whether an account of it may be liquidated.</summary>
    public static bool IsLiquidatable(PoolSnapshot pool, SCAddress user) =>
        PoolMarket.At(pool, pool.CloseTimeSeconds).HealthOf(pool.Positions[user]) is HealthReading.Known { Health.IsLiquidatable: true };
}
