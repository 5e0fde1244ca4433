namespace Nectar.Core.Keeper;

/// <summary>Why nothing happens to a position.</summary>
/// <param name="Borrower">Whose, a strkey; null where the reason holds for all.</param>
/// <param name="Reason">In words, with figures: <c>HF 1.0312 ≥ 1</c>.</param>
public sealed record WhyNot(string? Borrower, string Reason);
