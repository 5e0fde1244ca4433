namespace Nectar.Benchmarks.Network;

/// <summary>How long a contract call takes.</summary>
/// <param name="Name">The function.</param>
/// <param name="Simulate">To find out what it needs.</param>
/// <param name="Apply">To carry it out: the host's part alone.</param>
/// <param name="Close">From the submission until the ledger is closed; null where there is no ledger.</param>
internal sealed record CallTime(string Name, TimeSpan Simulate, TimeSpan Apply, TimeSpan? Close = null);
