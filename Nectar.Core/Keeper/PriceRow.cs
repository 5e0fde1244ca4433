using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>One asset's price at one ledger, for those who watch.</summary>
/// <param name="Asset">The asset's contract.</param>
/// <param name="Price">The pool's price of one whole token; null where the oracle gives none.</param>
/// <param name="At">The price's own time; null without a price.</param>
/// <param name="Breaker">Why the breaker is tripped, with figures; null while the price is trusted.</param>
public sealed record PriceRow(ContractId Asset, Worth? Price, DateTimeOffset? At, string? Breaker)
{
    /// <summary>How old the price was when the ledger of the reading closed; null without a price.</summary>
    public TimeSpan? Age { get; init; }
}
