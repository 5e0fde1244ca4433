using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Keeper;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class SandboxBookTests
{
    private static readonly SandboxSettings settings = new() { LedgersPerSecond = 50, MostRuns = 2 };
    private static readonly Shock mild = new(0, 1, Shock.Default.Seed);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_starts_its_own_network_ends_by_itself_and_frees_its_place()
    {
        await using var book = Book();

        var (admission, run) = book.Begin(mild, "1.1.1.1");
        Assert.IsType<Admission.Granted>(admission);
        Assert.Equal(1, book.Running);
        Assert.Equal(new Admission.HasOne(run!.Id), book.Begin(mild, "1.1.1.1").Admission);
        var lines = new List<KeeperEvent>();
        await foreach (var line in run.Journal.FollowAsync(0, Cancel))
        {
            lines.Add(line.Happened);
        }

        await book.WhenOverAsync(run);
        var result = Assert.IsType<SandboxProgress.Ended>(run.Progress).Result;
        Assert.Equal((SandboxEnding.NobodyUnderWater, 12), (result.Ending, result.Accounts));
        Assert.Equal(["alpha", "beta"], lines.OfType<KeeperEvent.Started>().Select(e => e.KeeperName).Order());
        Assert.Equal(0, book.Running);
        Assert.Same(run, book.Find(run.Id));
        Assert.IsType<Admission.Granted>(book.Begin(mild, "1.1.1.1").Admission);
    }

    [Fact]
    public async Task Runs_beyond_the_bound_are_refused_until_one_is_stopped()
    {
        await using var book = Book();
        var (_, first) = book.Begin(mild, "1.1.1.1");
        book.Begin(mild, "2.2.2.2");

        Assert.Equal(new Admission.Full(), book.Begin(mild, "3.3.3.3").Admission);
        Assert.True(book.Stop(first!.Id));
        await book.WhenOverAsync(first);

        Assert.IsType<Admission.Granted>(book.Begin(mild, "3.3.3.3").Admission);
        Assert.False(book.Stop("no such run"));
    }

    [Fact]
    public async Task A_run_is_stopped_before_its_network_is_up()
    {
        await using var book = Book();
        var (_, run) = book.Begin(mild, "1.1.1.1");
        book.Stop(run!.Id);
        await book.WhenOverAsync(run);

        Assert.True(run.IsOver);
        Assert.Empty(await run.Journal.FollowAsync(0, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_came_of_a_run_is_forgotten_after_a_while()
    {
        var time = new FakeTimeProvider();
        await using var book = Book(time);
        var (_, run) = book.Begin(mild, "1.1.1.1");
        book.Stop(run!.Id);
        await book.WhenOverAsync(run);
        Assert.NotNull(book.Find(run.Id));

        time.Advance(SandboxBook.KeptFor);

        Assert.Null(book.Find(run.Id));
    }

    private static SandboxBook Book(TimeProvider? time = null) =>
        new(settings, time ?? TimeProvider.System, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), NullLogger<SandboxBook>.Instance);
}
