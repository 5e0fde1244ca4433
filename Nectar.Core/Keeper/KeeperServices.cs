using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.Core.Keeper;

/// <summary>Wires keepers.</summary>
public static class KeeperServices
{
    /// <summary>
    /// Adds a <see cref="KeeperRunner"/>; called once for each keeper, all come out of <c>IEnumerable&lt;KeeperRunner&gt;</c>. It
    /// needs an <see cref="ISorobanServer"/> and an <see cref="IKeeperJournal"/>, and takes the system's clock where no other is
    /// there. Who hosts it calls <see cref="KeeperRunner.RunAsync"/>.
    /// </summary>
    public static IServiceCollection AddNectarKeeper(this IServiceCollection services, KeeperOptions options, Network network) =>
        services.AddSingleton(p => new KeeperRunner(
            options,
            network,
            p.GetRequiredService<ISorobanServer>(),
            p.GetRequiredService<IKeeperJournal>(),
            p.GetService<TimeProvider>() ?? TimeProvider.System,
            p.GetRequiredService<ILoggerFactory>()));
}
