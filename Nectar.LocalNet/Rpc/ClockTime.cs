namespace Nectar.LocalNet.Rpc;

/// <summary>The network's own clock, which the next ledger follows.</summary>
/// <param name="Now">Its time, in Unix seconds.</param>
internal sealed record ClockTime(long Now);
