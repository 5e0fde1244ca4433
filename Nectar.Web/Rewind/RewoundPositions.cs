using Nectar.Core.Journal;

namespace Nectar.Web.Rewind;

/// <summary>Who owed what at a past moment.</summary>
/// <param name="Rows">Everybody in debt by the newest sample of each, the least healthy first.</param>
/// <param name="Newest">The newest of these samples and of those that tell of no debt any more; null where there is none.</param>
/// <param name="MayMiss">Why somebody may be missing; null where nobody is.</param>
public sealed record RewoundPositions(IReadOnlyList<PositionSample> Rows, PositionSample? Newest, string? MayMiss)
{
    /// <summary>From each borrower's newest sample of that moment.</summary>
    /// <param name="standing">The samples, in any order.</param>
    /// <param name="since">From where on samples are kept.</param>
    public static RewoundPositions Of(IReadOnlyCollection<PositionSample> standing, KeptSince since)
    {
        ArgumentNullException.ThrowIfNull(since);
        var newest = standing.MaxBy(s => (s.Ledger, s.At));
        // Everybody in debt is sampled anew after so many ledgers, however little moves.
        var isWhole = since.IsWhole || newest is null || newest.Ledger >= since.Ledger.Plus(SampleBook.Latest);
        return new RewoundPositions(
            [.. standing.Where(s => s.Health is not null).OrderBy(s => s.Health!.Value.Value).ThenBy(s => s.Borrower, StringComparer.Ordinal)],
            newest,
            isWhole ? null : $"samples are kept since {RewindTime.Text(since.At)}: whoever stood still for the {SampleBook.Latest} ledgers before may be missing");
    }
}
