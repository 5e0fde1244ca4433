using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>What a fill takes and leaves.</summary>
/// <param name="Bid">dTokens that the filler takes over, by asset.</param>
/// <param name="Lot">bTokens that the filler gets, by asset.</param>
/// <param name="Remainder">The auction that stays, on the same clock; null where nothing does.</param>
public sealed record AuctionPart(Amounts<ContractId> Bid, Amounts<ContractId> Lot, AuctionData? Remainder);
