using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>
/// A server that tells of a ledger's close by itself, so that nobody need ask again and again. A network in this process
/// does; JSON-RPC has no such call.
/// </summary>
public interface ILedgerWatch
{
    /// <summary>Completes once a later ledger than this one has closed; at once if one has already.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before.</exception>
    Task WhenClosedAfterAsync(LedgerNumber ledger, CancellationToken cancel);
}
