using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using MudBlazor.Services;
using Nectar.Core.Journal;
using Nectar.Web.Components.Races;
using Nectar.Web.Live;
using Nectar.Web.Operators;
using Nectar.Web.Sandbox;
using Nectar.Web.Wallet;

namespace Nectar.Web.Components;

/// <summary>This room's services and pages.</summary>
internal static class ComponentServices
{
    /// <summary>Adds what pages need.</summary>
    public static IServiceCollection AddNectarPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            (o.DisconnectedCircuitMaxRetained, o.DisconnectedCircuitRetentionPeriod) = (50, TimeSpan.FromMinutes(2));
        });
        services.AddMudServices();
        services.AddSingleton<HoldingsReader>();
        services.AddSingleton<OverviewSource>();
        services.AddSingleton<HomeSource>();
        services.AddSingleton<VaultPageSource>();
        services.AddSingleton<PositionSource>();
        services.AddSingleton<PerformanceSource>();
        services.AddSingleton<ConsoleSource>();
        services.AddSingleton<RewoundKeeperReader>();
        services.AddSingleton<RewindSource>();
        // One rendering a second serves everybody who watches.
        services.AddOutputCache(o => o.AddBasePolicy(p => p.NoCache()));
        return services;
    }

    /// <summary>Maps the pages, and their changing parts alone under <c>/live</c>.</summary>
    public static void MapNectarPages(this IEndpointRouteBuilder routes)
    {
        // Nobody may frame a page that asks for signatures.
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
        routes.MapGet("/live/home", GetHomeAsync).CacheOutput(p => p.ForASecond().SetVaryByQuery("hf"));
        routes.MapGet("/live/vault", GetVaultAsync).CacheOutput(p => p.ForASecond().SetVaryByQuery("watch"));
        routes.MapGet("/live/positions/{address}", GetPositionAsync).CacheOutput(p => p.ForASecond());
        routes.MapGet("/live/performance", GetPerformanceAsync).CacheOutput(p => p.ForASecond());
        routes.MapGet("/live/features", GetFeaturesAsync).CacheOutput(p => p.ForASecond());
        routes.MapGet("/live/rewind", GetRewindAsync).CacheOutput(p => p.ForASecond().SetVaryByQuery("t"));
        // Whoever is signed in sees more: what is kept for one cookie is given to no other.
        routes.MapGet("/live/console", GetConsoleAsync).CacheOutput(p => p.ForASecond().SetVaryByQuery("case")
            .VaryByValue(context => KeyValuePair.Create(OperatorIdentity.Cookie, context.Request.Cookies[OperatorIdentity.Cookie] ?? "")));
        // Nobody else sees it, so that there is nothing to keep.
        routes.MapGet("/live/sandbox/{id}", GetSandbox);
        routes.MapGet("/liquidations/{id:guid}.svg", GetRaceAsync);
    }

    private static async Task<RazorComponentResult<HomeIslands>> GetHomeAsync(HomeSource source, string? hf, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(hf, cancel) });

    private static async Task<RazorComponentResult<VaultIslands>> GetVaultAsync(VaultPageSource source, string? watch, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(watch, cancel) });

    private static async Task<RazorComponentResult<PositionIslands>> GetPositionAsync(PositionSource source, string address, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(address, cancel) });

    private static async Task<RazorComponentResult<PerformanceIslands>> GetPerformanceAsync(PerformanceSource source, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(cancel) });

    // For each way of compressing it, so that what is kept is compressed already.
    private static OutputCachePolicyBuilder ForASecond(this OutputCachePolicyBuilder policy) => policy.Expire(TimeSpan.FromSeconds(1)).SetVaryByHeader("Accept-Encoding");

    private static async Task<RazorComponentResult<FeatureIslands>> GetFeaturesAsync(PerformanceSource source, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(cancel) });

    private static async Task<RazorComponentResult<RewindIslands>> GetRewindAsync(RewindSource source, string? t, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(t, cancel) });

    private static async Task<RazorComponentResult<ConsoleIslands>> GetConsoleAsync(ConsoleSource source, HttpContext context, [FromQuery(Name = "case")] string? caseId, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(caseId, context.User, cancel) });

    private static Results<RazorComponentResult<SandboxIslands>, NotFound> GetSandbox(SandboxBook book, string id) =>
        book.Find(id) is { } run ? new RazorComponentResult<SandboxIslands>(new { Run = run }) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<RaceCurve>, NotFound>> GetRaceAsync(JournalQueries journal, NetworkStart start, Guid id, CancellationToken cancel) =>
        await journal.TimelineAsync(id, cancel) is { } timeline && Race.Of(timeline.Case, await journal.RaceAsync(timeline.Case, cancel)) is { } race
            ? new RazorComponentResult<RaceCurve>(new { Value = race, IsSimulated = start.Network is { IsEmbedded: true } }) { ContentType = "image/svg+xml" }
            : TypedResults.NotFound();
}
