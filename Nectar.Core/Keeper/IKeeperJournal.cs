using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// What keepers remember. Several keepers write to one journal at the same time, and each reads only its own. An
/// implementation saves before it returns, so that whatever is announced of a row has been saved.
/// </summary>
public interface IKeeperJournal
{
    /// <summary>
    /// Appends an event and, where given, the case as it stands from now on, both or neither. The case is inserted or
    /// takes the place of the one with its id.
    /// </summary>
    /// <returns>The row's id: 1 or more, growing; the same number serves as the id in the live feed.</returns>
    Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel);

    /// <summary>The keeper's cases that are open (<see cref="LiquidationCase.IsOpen"/>), oldest first.</summary>
    Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel);

    /// <summary>
    /// What the keeper's breaker was tripped for and not reset when it last wrote, one event for each asset, in any order.
    /// </summary>
    Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel);

    /// <summary>How far the keeper has read a pool's events; null where it never did.</summary>
    Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel);

    /// <summary>Everybody whom the keeper knows to have been in debt to a pool, strkeys in any order.</summary>
    Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel);

    /// <summary>
    /// Adds borrowers and moves the cursor, both or neither: a cursor behind a page whose borrowers were lost would lose
    /// them for ever. Borrowers who are known already change nothing.
    /// </summary>
    Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel);
}
