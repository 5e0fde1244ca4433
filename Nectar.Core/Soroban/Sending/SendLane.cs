using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>
/// One account whose sequence number is used, and the one transaction it may have in flight. Whoever holds the lane is
/// the only one who reads or writes it.
/// </summary>
internal sealed class SendLane(KeyPair key)
{
    public KeyPair Key => key;

    /// <summary>The highest sequence number that a transaction of ours is known to have used, so that a lagging node cannot lower it.</summary>
    public long UsedSequence { get; set; }

    /// <summary>A transaction whose end is not known: nothing else may leave the lane before.</summary>
    public (TransactionHash Hash, LedgerNumber LastLedger)? Unresolved { get; set; }
}
