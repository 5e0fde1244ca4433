using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Asks for ledger entries.</summary>
/// <param name="Keys">At most 200, none of a TTL.</param>
public sealed record GetLedgerEntriesRequest(IReadOnlyList<LedgerKey> Keys);
