using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>What a keeper has done since its journal began, counted as it happened: lines may be dropped, counts stay.</summary>
internal sealed class JournalTally
{
    /// <summary>The keeper's account, a strkey.</summary>
    public required string Keeper { get; init; }

    /// <summary>Its name when it last wrote.</summary>
    public required string Name { get; set; }

    /// <summary>When it last wrote, in Unix milliseconds.</summary>
    public long AtMilliseconds { get; set; }

    /// <summary>Positions found liquidatable.</summary>
    public long Detections { get; set; }

    /// <summary>Auctions opened.</summary>
    public long Auctions { get; set; }

    /// <summary>Cases that ended with profit or capital back in the vault.</summary>
    public long Liquidations { get; set; }

    /// <summary>Races that another keeper won.</summary>
    public long RacesLost { get; set; }

    /// <summary>Steps that failed for another reason.</summary>
    public long Failures { get; set; }

    /// <summary>Profit that the vault measured or booked, its keeper's fee included, in stroops of USDC.</summary>
    public Int128 Profit { get; set; }

    /// <summary>Fees paid to the network, in stroops of XLM.</summary>
    public long Fees { get; set; }

    /// <summary>Counts an event.</summary>
    /// <exception cref="OverflowException">A sum no longer fits.</exception>
    public void Count(KeeperEvent happened)
    {
        (Name, AtMilliseconds) = (happened.KeeperName, happened.At.ToUnixTimeMilliseconds());
        switch (happened)
        {
            case KeeperEvent.Detected:
                Detections++;
                break;
            case KeeperEvent.AuctionOpened opened:
                (Auctions, Fees) = (Auctions + 1, Fees + opened.FeeCharged);
                break;
            case KeeperEvent.Liquidated liquidated:
                CountEnd(liquidated.Profit, liquidated.FeeCharged);
                break;
            case KeeperEvent.Returned returned:
                // A case that lost its race gives its capital back, too; it liquidated nothing.
                CountEnd(returned.Profit, returned.FeeCharged, returned.Profit > Usdc.Zero ? 1 : 0);
                break;
            case KeeperEvent.RaceLost lost:
                (RacesLost, Fees) = (RacesLost + 1, Fees + lost.FeeCharged);
                break;
            case KeeperEvent.StepFailed:
                Failures++;
                break;
            case KeeperEvent.Drawn drawn:
                Fees += drawn.FeeCharged;
                break;
            case KeeperEvent.Bought bought:
                Fees += bought.FeeCharged;
                break;
            case KeeperEvent.Filled filled:
                Fees += filled.FeeCharged;
                break;
            case KeeperEvent.Sold sold:
                Fees += sold.FeeCharged;
                break;
        }
    }

    private void CountEnd(Usdc profit, long fee, int liquidations = 1) =>
        (Liquidations, Profit, Fees) = (Liquidations + liquidations, checked(Profit + profit.Stroops), Fees + fee);
}
