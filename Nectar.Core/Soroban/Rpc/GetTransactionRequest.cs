using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Asks for a transaction.</summary>
/// <param name="Hash">Its hash; of a fee bump, the outer one.</param>
public sealed record GetTransactionRequest(TransactionHash Hash);
