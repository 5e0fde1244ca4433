namespace Nectar.LocalNet.Rpc;

/// <summary>An account that got coins.</summary>
/// <param name="Address">The account.</param>
/// <param name="Balance">What it has now, in stroops; text, since 64 bits do not fit the numbers of most readers.</param>
/// <param name="Hash">The transaction.</param>
/// <param name="LatestLedger">The last ledger.</param>
internal sealed record FundedAddress(string Address, string Balance, string Hash, uint LatestLedger);
