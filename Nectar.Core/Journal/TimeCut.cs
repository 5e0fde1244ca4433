using Microsoft.EntityFrameworkCore;

namespace Nectar.Core.Journal;

/// <summary>
/// Finds where rows that were written in the order of time end when they are cut at a moment: before the first that is stamped
/// later. Ids are searched by halves, so that no index over stamps is kept and a million rows cost about twenty reads.
/// </summary>
/// <remarks>
/// A clock may be set back: a row that is stamped later than the moment then stands before rows that are not, and hides them
/// until its own time has come. That is looked for among the last <see cref="LookBack"/> rows before the cut.
/// </remarks>
internal static class TimeCut
{
    /// <summary>How far before the cut a row with a later stamp is looked for.</summary>
    public const int LookBack = 5_000;

    /// <summary>The id of the last row before the cut; 0 where every row is later, or there is none.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="until">The first moment, in Unix milliseconds, that is no longer counted.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<long> FindAsync(IQueryable<Stamp> rows, long until, CancellationToken cancel)
    {
        var last = await rows.OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        var (low, high) = (0L, (last?.Id ?? 0) + 1);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            // Rows may have been dropped in between: the next that is there stands for those.
            var row = await rows.Where(r => r.Id >= middle && r.Id < high).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            (low, high) = row is not null && row.At < until ? (row.Id, high) : (low, middle);
        }

        var from = low - LookBack;
        var ahead = await rows.Where(r => r.Id > from && r.Id <= low && r.At >= until).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        return ahead is null ? low : ahead.Id - 1;
    }

    /// <summary>A row's id and when it was written.</summary>
    public sealed class Stamp
    {
        /// <summary>1 or more, growing.</summary>
        public long Id { get; init; }

        /// <summary>In Unix milliseconds.</summary>
        public long At { get; init; }
    }
}
