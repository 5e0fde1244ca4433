using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Rpc;

/// <summary>An event and where it happened.</summary>
/// <param name="Cursor">Its place, which is its id.</param>
/// <param name="Happened">The event.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Successful">Whether that succeeded.</param>
internal sealed record PlacedEvent(EventCursor Cursor, ContractEvent Happened, TransactionHash Transaction, bool Successful);
