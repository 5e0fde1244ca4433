using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Writes down how borrowers stand, from the keepers' looks and beside them: no keeper waits for it.</summary>
internal sealed class PositionRecorder(KeeperBoard board, PositionJournal journal, NetworkStart start, TimeProvider time, ILogger<PositionRecorder> log) : BackgroundService
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if ((await start.WhenReadyAsync(stoppingToken)).Pool is not { } pool)
        {
            return;
        }

        var (book, last) = (new SampleBook(await StandingAsync(pool, stoppingToken)), default(LedgerNumber));
        while (!stoppingToken.IsCancellationRequested)
        {
            if (board.ReadNewest() is Reading<KeeperView>.Live { Value: var view } && view.Ledger > last)
            {
                last = view.Ledger;
                try
                {
                    await journal.RecordAsync(pool, book.Take(view), stoppingToken);
                }
                catch (Exception e) when (e is DbException or DbUpdateException)
                {
                    // A curve with a gap is less bad than no page.
                    LiveLog.PositionsNotKept(log, e.Message);
                }
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<PositionSample>> StandingAsync(ContractId pool, CancellationToken cancel)
    {
        try
        {
            return await journal.StandingAsync(pool, DateTimeOffset.MaxValue, cancel);
        }
        catch (DbException e)
        {
            LiveLog.PositionsNotKept(log, e.Message);
            return [];
        }
    }
}
