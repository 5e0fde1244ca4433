namespace Nectar.Benchmarks.Load;

/// <summary>What the crowd saw, in sentences.</summary>
internal static class LoadReport
{
    public static async Task WriteAsync(TextWriter output, LoadPlan plan, IReadOnlyList<Viewer> viewers, IReadOnlyList<CircuitVisitor> circuits, long since, long last)
    {
        var late = viewers.SelectMany(v => v.Lines).Select(l => l.Late).Order().ToList();
        // Ids have no gaps, so that what everybody must have is known.
        var owed = last - since;
        var lost = viewers.Sum(v => owed - v.Lines.Where(l => l.Id <= last).Select(l => l.Id).Distinct().Count());
        var doubled = viewers.Sum(v => v.Lines.Count - v.Lines.Select(l => l.Id).Distinct().Count());
        await output.WriteLineAsync(
            $"{plan.Viewers} viewers{(plan.Renews ? $" that renewed their figures {viewers.Sum(v => v.Renewals)} times" : "")} and {circuits.Count} circuits, {owed} lines in {plan.Seconds} s to each: {lost} lost, {doubled} doubled");
        if (late.Count > 0)
        {
            await output.WriteLineAsync(
                $"from stamp to client: p50 {Rank(late, 0.5)} ms, p95 {Rank(late, 0.95)} ms, p99 {Rank(late, 0.99)} ms, worst {late[^1].TotalMilliseconds:N0} ms of {late.Count:N0}");
        }

        await output.WriteLineAsync($"circuits: {circuits.Count(c => c.Renderings > 0)} rendered, {circuits.Sum(c => c.Renderings)} renderings, {circuits.Count(c => c.Fault is not null)} failed{circuits.FirstOrDefault(c => c.Fault is not null) switch { { Fault: var fault } => $": {fault}", _ => "" }}");
    }

    private static string Rank(List<TimeSpan> sorted, double part) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * part) - 1)].TotalMilliseconds.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
