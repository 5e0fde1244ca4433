using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;

namespace Nectar.Core.Journal;

/// <summary>
/// Chooses what of a keeper's looks is kept: each borrower's first, whoever crosses the edge or owes nothing any more at once,
/// whatever moved by a hundredth at most each <see cref="Soonest"/> ledgers, and otherwise one each <see cref="Latest"/>.
/// </summary>
/// <param name="standing">Each borrower's newest sample of a life before: who is gone by the first look has paid meanwhile.</param>
public sealed class SampleBook(IEnumerable<PositionSample> standing)
{
    /// <summary>Ledgers between two samples of a position that moves but crosses nothing: about a minute on the public networks.</summary>
    public const uint Soonest = 12;

    /// <summary>Ledgers after which a position is kept though it did not move: about an hour on the public networks.</summary>
    public const uint Latest = 720;

    private readonly Dictionary<string, PositionSample> last = standing.Where(s => s.Health is not null).ToDictionary(s => s.Borrower);

    /// <summary>What is to be kept of a look. Looks come in the order of their ledgers.</summary>
    public IReadOnlyList<PositionSample> Take(KeeperView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var indebted = view.Positions.Where(p => p.Health is not null)
            .Select(p => new PositionSample(p.Borrower, view.Ledger, view.At, p.Health, p.Collateral, p.Debt)).ToList();
        var kept = indebted.Where(now => !last.TryGetValue(now.Borrower, out var before) || IsWorthKeeping(before, now)).ToList();
        var owing = indebted.Select(p => p.Borrower).ToHashSet();
        var ended = last.Keys.Where(borrower => !owing.Contains(borrower)).Select(borrower => new PositionSample(borrower, view.Ledger, view.At, null, null, default)).ToList();
        foreach (var sample in kept)
        {
            last[sample.Borrower] = sample;
        }

        foreach (var sample in ended)
        {
            last.Remove(sample.Borrower);
        }

        return [.. kept, .. ended];
    }

    private static bool IsWorthKeeping(PositionSample before, PositionSample now)
    {
        var since = now.Ledger.Value - (long)before.Ledger.Value;
        return before.Health.IsUnderWater() != now.Health.IsUnderWater()
            || since >= Latest
            || (since >= Soonest && (HasMoved(before.Health!.Value.Value, now.Health!.Value.Value)
                || HasMoved(before.Collateral!.Value.Value, now.Collateral!.Value.Value) || HasMoved(before.Debt.Value, now.Debt.Value)));
    }

    private static bool HasMoved(Int128 before, Int128 now) => Int128.Abs(now - before) * 100 >= Int128.Abs(before) && now != before;
}
