using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>Lines that wait to be saved, in the order in which they came: whoever saves next saves them all, at the cost of one.</summary>
internal sealed class LineQueue
{
    private readonly Lock door = new();
    private List<Waiting> lines = [];

    /// <summary>Puts a line behind those that wait.</summary>
    public Waiting Add(KeeperEvent happened, LiquidationCase? stands)
    {
        var waiting = new Waiting(happened, stands);
        lock (door)
        {
            lines.Add(waiting);
        }

        return waiting;
    }

    /// <summary>Takes a line back; false where somebody is saving it already.</summary>
    public bool Withdraw(Waiting waiting)
    {
        lock (door)
        {
            return lines.Remove(waiting);
        }
    }

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<Waiting> TakeAll()
    {
        lock (door)
        {
            (var taken, lines) = (lines, []);
            return taken;
        }
    }

    /// <summary>A line that waits.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="stands">The case from then on, or null.</param>
    internal sealed class Waiting(KeeperEvent happened, LiquidationCase? stands)
    {
        public KeeperEvent Happened => happened;

        public LiquidationCase? Stands => stands;

        /// <summary>Ends with the line's id once it is saved, or with what kept it from that.</summary>
        public TaskCompletionSource<long> Saved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
