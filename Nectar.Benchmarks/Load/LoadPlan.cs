namespace Nectar.Benchmarks.Load;

/// <summary>How many watch, and for how long.</summary>
/// <param name="Viewers">Viewers of the live log.</param>
/// <param name="Circuits">Visitors of the vault page.</param>
/// <param name="Seconds">How long it is measured once all are there.</param>
/// <param name="Renews">Whether viewers also renew the page's figures every two seconds, as a browser does.</param>
/// <param name="Speed">Ledgers in a second of the app's market: ten bring some three lines a second.</param>
internal sealed record LoadPlan(int Viewers, int Circuits, int Seconds, bool Renews, int Speed);
