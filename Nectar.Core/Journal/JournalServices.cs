using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>This room's services.</summary>
public static class JournalServices
{
    /// <summary>Adds the journal: <see cref="IKeeperJournal"/>, <see cref="JournalQueries"/>, <see cref="LiveFeed"/>,
    /// <see cref="FeedReader"/>, and <see cref="JournalDatabase"/>, which has to be opened first.</summary>
    public static IServiceCollection AddNectarJournal(this IServiceCollection services, Action<JournalOptions> configure)
    {
        services.AddOptions<JournalOptions>().Configure(configure)
            .Validate(o => o.KeptLines >= 1_000, "KeptLines must be 1,000 or more")
            .Validate(o => o.KeptCases >= 10, "KeptCases must be 10 or more")
            .Validate(o => o.KeptSamples >= 1_000, "KeptSamples must be 1,000 or more")
            .Validate(o => o.PruneEvery >= 1, "PruneEvery must be 1 or more")
            .Validate(o => o.RingSize >= 1, "RingSize must be 1 or more")
            .Validate(o => o.WatcherBuffer >= 1, "WatcherBuffer must be 1 or more")
            .ValidateOnStart();
        services.AddSingleton<DurableConnections>();
        services.AddPooledDbContextFactory<JournalDbContext>((provider, options) => options
            .UseSqlite($"Data Source={provider.GetRequiredService<IOptions<JournalOptions>>().Value.File}")
            .AddInterceptors(provider.GetRequiredService<DurableConnections>()));
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<JournalPruning>();
        services.AddSingleton(p => new JournalQueries(p.GetRequiredService<IDbContextFactory<JournalDbContext>>()));
        services.AddSingleton(p => new OperatorJournal(p.GetRequiredService<IDbContextFactory<JournalDbContext>>()));
        services.AddSingleton(p => new AlertJournal(p.GetRequiredService<IDbContextFactory<JournalDbContext>>()));
        services.AddSingleton(p => new PositionJournal(p.GetRequiredService<IDbContextFactory<JournalDbContext>>(), p.GetRequiredService<IOptions<JournalOptions>>()));
        services.AddSingleton(p => new RewindQueries(p.GetRequiredService<IDbContextFactory<JournalDbContext>>(), p.GetRequiredService<IOptions<JournalOptions>>()));
        services.AddSingleton(p => new SentJournal(p.GetRequiredService<IDbContextFactory<JournalDbContext>>()));
        services.AddSingleton<FeedReader>();
        services.AddSingleton(p => new JournalDatabase(
            p.GetRequiredService<IDbContextFactory<JournalDbContext>>(), p.GetRequiredService<JournalQueries>(),
            p.GetRequiredService<LiveFeed>(), p.GetRequiredService<IOptions<JournalOptions>>()));
        services.AddSingleton<IKeeperJournal, JournalWriter>();
        return services;
    }
}
