using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>What a keeper has done since its journal began.</summary>
/// <param name="Keeper">The keeper's account.</param>
/// <param name="Name">Its name.</param>
/// <param name="LastLine">When it last wrote.</param>
/// <param name="Detections">Positions found liquidatable.</param>
/// <param name="Auctions">Auctions opened.</param>
/// <param name="Liquidations">Fills that ended with profit in the vault.</param>
/// <param name="RacesLost">Races that another keeper won.</param>
/// <param name="Failures">Steps that failed for another reason.</param>
/// <param name="Profit">Profit that the vault measured or booked, the keeper's fee included.</param>
/// <param name="Fees">Fees paid to the network, in stroops of XLM.</param>
public sealed record KeeperTally(
    AccountId Keeper,
    string Name,
    DateTimeOffset LastLine,
    long Detections,
    long Auctions,
    long Liquidations,
    long RacesLost,
    long Failures,
    Usdc Profit,
    long Fees);
