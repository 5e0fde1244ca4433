using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Storage;

/// <summary>A closed ledger and its time.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="CloseTimeSeconds">When it closed, in Unix seconds.</param>
public sealed record LedgerMoment(LedgerNumber Ledger, ulong CloseTimeSeconds)
{
    /// <summary>The latest ledger that a page of events tells of; null where the server does not say when it closed.</summary>
    public static LedgerMoment? Of(GetEventsResult page) => page.LatestLedgerCloseTime is { } seconds ? new LedgerMoment(page.LatestLedger, (ulong)seconds) : null;

    /// <summary>Asks for the latest ledger.</summary>
    /// <exception cref="RpcTransportException">The server is older than 26 and does not say when it closed.</exception>
    public static async Task<LedgerMoment> ReadAsync(ISorobanServer server, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        var latest = (await server.GetLatestLedgerAsync(cancel).ConfigureAwait(false)).ValueOrThrow();
        return latest.CloseTime is { } seconds
            ? new LedgerMoment(latest.Sequence, (ulong)seconds)
            : throw new RpcTransportException("getLatestLedger", "no close time");
    }
}
