namespace Nectar.LocalNet.Http.Horizon;

/// <summary>What is in a page.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Records">The list.</param>
internal sealed record ResourceRecords<T>(IReadOnlyList<T> Records);
