namespace Nectar.Core.Soroban.Rpc;

/// <summary>Where a page begins and how long it is.</summary>
/// <param name="Cursor">Behind what; not together with a first ledger.</param>
/// <param name="Limit">How much at most; the server has its own default and bound.</param>
public sealed record Pagination(string? Cursor = null, uint? Limit = null);
