namespace Nectar.LocalNet.Rpc;

/// <summary>When the network closes ledgers.</summary>
/// <param name="Mode"><c>onSubmit</c>, <c>interval</c> or <c>byHand</c>.</param>
/// <param name="IntervalMilliseconds">The interval, where there is one.</param>
internal sealed record ClosingState(string Mode, ulong? IntervalMilliseconds = null);
