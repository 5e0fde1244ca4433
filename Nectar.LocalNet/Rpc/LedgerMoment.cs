namespace Nectar.LocalNet.Rpc;

/// <summary>The last ledger after something was done.</summary>
/// <param name="LatestLedger">Its number.</param>
/// <param name="LatestLedgerCloseTime">When it closed, in Unix seconds.</param>
internal sealed record LedgerMoment(uint LatestLedger, long LatestLedgerCloseTime);
