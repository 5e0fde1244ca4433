namespace Nectar.Benchmarks.Network;

/// <summary>How long a contract call takes.</summary>
/// <param name="Name">The function.</param>
/// <param name="Simulate">To find out what it needs.</param>
/// <param name="Apply">To carry it out.</param>
internal sealed record CallTime(string Name, TimeSpan Simulate, TimeSpan Apply);
