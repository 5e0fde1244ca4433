using System.Diagnostics;
using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Web.Telemetry;

/// <summary>
/// A case as a trace: its id is the trace's, so that it is found by what the console's log links. Each step is a span from the step
/// before it to itself, with the figures, transaction and reason that the console shows. One caller at a time.
/// </summary>
internal sealed class CaseSpans
{
    /// <summary>Where the spans come from.</summary>
    public const string SourceName = "Nectar.Cases";

    private const int Remembered = 2_000;
    private static readonly ActivitySource source = new(SourceName);
    private readonly Dictionary<Guid, DateTimeOffset> last = [];
    private readonly Queue<Guid> order = new();

    /// <summary>Makes the span of a line; a line of no case has none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="symbols">Names of tokens.</param>
    public void Tell(FeedLine line, IReadOnlyDictionary<ContractId, string> symbols)
    {
        if (line.Happened is not { CaseId: { } id } happened)
        {
            return;
        }

        var began = last.TryGetValue(id, out var before) && before <= happened.At ? before : happened.At;
        Remember(id, happened.At);
        var step = TraceSteps.Of(line, symbols);
        var bytes = id.ToByteArray(bigEndian: true);
        var parent = new ActivityContext(ActivityTraceId.CreateFromBytes(bytes), ActivitySpanId.CreateFromBytes(bytes.AsSpan(8)), ActivityTraceFlags.Recorded);
        using var span = source.StartActivity(step.Line.Word, ActivityKind.Internal, parent, startTime: began);
        if (span is null)
        {
            return;
        }

        span.SetTag("nectar.case", id.ToString()).SetTag("nectar.keeper", happened.KeeperName).SetTag("nectar.borrower", happened.Borrower).SetTag("nectar.ledger", happened.Ledger.Value)
            .SetTag("nectar.line", line.Id).SetTag("nectar.transaction", step.Hash?.ToString()).SetTag("nectar.reason", step.Reason);
        foreach (var (name, value) in step.Figures)
        {
            span.SetTag($"nectar.{name.Replace(' ', '_')}", value);
        }

        span.SetStatus(step.Line.Tone == Tone.Bad ? ActivityStatusCode.Error : ActivityStatusCode.Ok, step.Line.Tone == Tone.Bad ? step.Reason : null);
        span.SetEndTime(happened.At.UtcDateTime);
    }

    private void Remember(Guid id, DateTimeOffset at)
    {
        if (!last.ContainsKey(id))
        {
            order.Enqueue(id);
        }

        last[id] = at;
        if (order.Count > Remembered)
        {
            last.Remove(order.Dequeue());
        }
    }
}
