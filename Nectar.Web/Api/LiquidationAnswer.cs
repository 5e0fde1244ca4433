using System.Globalization;
using Nectar.Core.Journal;

namespace Nectar.Web.Api;

/// <summary>A liquidation.</summary>
/// <param name="User">Whose position, a strkey.</param>
/// <param name="Block">The ledger that ended it.</param>
/// <param name="Drew">The vault's USDC that went out, in stroops.</param>
/// <param name="Proceeds">The USDC that came back, in stroops.</param>
/// <param name="ResponseTimeMs">From detection to the end, by the keeper's clock.</param>
/// <param name="Ts">When it ended, RFC 3339 in UTC.</param>
internal sealed record LiquidationAnswer(string User, uint Block, Int128 Drew, Int128 Proceeds, long ResponseTimeMs, string Ts)
{
    /// <summary>From the journal.</summary>
    public static LiquidationAnswer Of(Liquidation l) => new(
        l.Case.Borrower, l.EndLedger.Value, l.Drew.Stroops, l.Proceeds.Stroops,
        Math.Max(0, (long)(l.EndedAt - l.DetectedAt).TotalMilliseconds),
        l.EndedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
