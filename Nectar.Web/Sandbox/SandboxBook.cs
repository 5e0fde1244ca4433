using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Web.Demo;

namespace Nectar.Web.Sandbox;

/// <summary>
/// The runs there are: lets visitors in, plays each on a network of its own that is gone when it ends, and forgets what came
/// of it a while later.
/// </summary>
internal sealed class SandboxBook : IAsyncDisposable
{
    /// <summary>How many ended runs are kept at the most.</summary>
    public const int MostKept = 20;

    /// <summary>How long what came of a run can be read.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private const int Borrowers = 12;
    private const int HistoryMegabytes = 16;
    private readonly Lock door = new();
    private readonly List<Entry> entries = [];
    private readonly SandboxSettings settings;
    private readonly TimeProvider time;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ILogger log;
    private readonly ITimer forgetting;

    /// <summary>Begins an empty book.</summary>
    public SandboxBook(SandboxSettings settings, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SandboxBook> log)
    {
        (this.settings, this.time, this.lifetime, this.log) = (settings, time, lifetime, log);
        // Also where nobody comes any more.
        forgetting = time.CreateTimer(_ => Forget(), null, KeptFor / 10, KeptFor / 10);
    }

    /// <summary>How many have not ended.</summary>
    public int Running
    {
        get
        {
            lock (door)
            {
                return entries.Count(e => !e.Run.IsOver);
            }
        }
    }

    /// <summary>Starts a run where the visitor may.</summary>
    /// <returns>The decision, and the run where it was granted.</returns>
    public (Admission Admission, SandboxRun? Run) Begin(Shock shock, string visitor)
    {
        lock (door)
        {
            Forget();
            var admission = Admission.Decide(settings, [.. entries.Where(e => !e.Run.IsOver).Select(e => (e.Run.Id, e.Run.Visitor))], visitor);
            if (admission is not Admission.Granted)
            {
                return (admission, null);
            }

            var run = new SandboxRun(shock, visitor);
            // Not in the visitor's request, which ends before.
            var entry = new Entry(run);
            entries.Add(entry);
            entry.Ends = Task.Run(() => PlayAsync(entry));
            return (admission, run);
        }
    }

    /// <summary>The run of an id; null where there is none, or it is forgotten.</summary>
    public SandboxRun? Find(string id)
    {
        lock (door)
        {
            Forget();
            return entries.FirstOrDefault(e => e.Run.Id == id)?.Run;
        }
    }

    /// <summary>Ends a run early; false where there is none of that id.</summary>
    public bool Stop(string id)
    {
        lock (door)
        {
            var run = Find(id);
            run?.Stop();
            return run is not null;
        }
    }

    /// <summary>Completes when a run has ended and its network is gone.</summary>
    public Task WhenOverAsync(SandboxRun run)
    {
        lock (door)
        {
            return entries.FirstOrDefault(e => e.Run == run)?.Ends ?? Task.CompletedTask;
        }
    }

    /// <summary>Stops all runs and waits for their ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await forgetting.DisposeAsync();
        List<Entry> left;
        lock (door)
        {
            left = [.. entries];
        }

        foreach (var entry in left)
        {
            entry.Run.Stop();
            await entry.Ends;
            entry.Run.Dispose();
        }
    }

    private async Task PlayAsync(Entry entry)
    {
        var (run, began) = (entry.Run, time.GetTimestamp());
        SandboxLog.Began(log, run.Shock.Code, run.Shock.Percent, run.Shock.Seed);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping, lifetime.ApplicationStopping);
            var options = new DemoOptions
            {
                Seed = run.Shock.Seed,
                Borrowers = Borrowers,
                LedgersPerSecond = (uint)settings.LedgersPerSecond,
                HistoryMegabytes = HistoryMegabytes,
            };
            // Its own keepers are nothing that operators of the real ones should read of.
            SandboxResult result;
            await using (var demo = await DemoNetwork.StartAsync(options, time, NullLoggerFactory.Instance, stop.Token, new ShockPath(run.Shock)))
            {
                run.Symbols = DemoAsset.SymbolsOf(demo.Contracts.Tokens);
                result = await new ShockPlay(demo, run.Shock, settings, run.Journal, time).PlayAsync(progress => run.Progress = progress, stop.Token);
            }

            run.Progress = new SandboxProgress.Ended(result);
            SandboxLog.Ended(log, (int)time.GetElapsedTime(began).TotalSeconds, result.Ending, result.Liquidations.Count);
        }
        catch (OperationCanceledException)
        {
            run.Progress = new SandboxProgress.Failed("it was stopped before its network had started");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            run.Progress = new SandboxProgress.Failed(e.Message);
            SandboxLog.Failed(log, e.Message);
        }
        finally
        {
            lock (door)
            {
                entry.Over = time.GetUtcNow();
            }

            run.Journal.Complete();
        }
    }

    private void Forget()
    {
        lock (door)
        {
            var now = time.GetUtcNow();
            var ended = entries.Where(e => e.Over is not null).OrderByDescending(e => e.Over).ToList();
            foreach (var old in ended.Where((e, place) => place >= MostKept || now - e.Over >= KeptFor))
            {
                entries.Remove(old);
                old.Run.Dispose();
            }
        }
    }

    private sealed class Entry(SandboxRun run)
    {
        public SandboxRun Run => run;

        public Task Ends { get; set; } = Task.CompletedTask;

        public DateTimeOffset? Over { get; set; }
    }
}
