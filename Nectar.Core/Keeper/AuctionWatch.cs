using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Whose auction has to be read. Auctions come and go with an event, so that the entry of a borrower of whom none told is
/// not there: only those are read who may have one, and of the others a few in turn, should a server lose an event.
/// </summary>
internal sealed class AuctionWatch
{
    private const int InTurn = 8;

    // By the first ledger whose reading can say that there is none.
    private readonly Dictionary<SCAddress, LedgerNumber> possible = [];
    private readonly Turns turns = new();

    /// <summary>An event told something of a borrower, or nothing is known of it yet.</summary>
    /// <param name="user">The borrower.</param>
    /// <param name="told">The last ledger that events are known of.</param>
    public void Suspect(SCAddress user, LedgerNumber told) => possible[user] = told;

    /// <summary>Whose auctions to read with this reading.</summary>
    /// <param name="indebted">Everybody in debt.</param>
    /// <param name="cases">Those with a case in hand: theirs are read in any event.</param>
    /// <param name="others">How many other keys are read.</param>
    public HashSet<SCAddress> Ask(IReadOnlyList<SCAddress> indebted, IEnumerable<SCAddress> cases, int others)
    {
        HashSet<SCAddress> asked = [.. possible.Keys, .. cases];
        asked.UnionWith(turns.Take(indebted, Math.Min(InTurn, EntryReading.RoomBehind(others + asked.Count))));
        return asked;
    }

    /// <summary>Learns from a reading of those that were asked for.</summary>
    public void Learn(PoolSnapshot snapshot, IEnumerable<SCAddress> asked)
    {
        foreach (var user in asked)
        {
            if (snapshot.Auctions.ContainsKey(KeyOf(user)))
            {
                possible[user] = snapshot.Ledger;
            }
            else if (possible.TryGetValue(user, out var told) && snapshot.Ledger >= told)
            {
                possible.Remove(user);
            }
        }
    }

    public static AuctionKey KeyOf(SCAddress user) => new(AuctionType.UserLiquidation, user);
}
