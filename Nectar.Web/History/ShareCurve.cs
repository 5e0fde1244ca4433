using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>The price of a share and what the vault holds, from its first moment on: straight between the points. Pure.</summary>
internal static class ShareCurve
{
    private const int MaxPoints = 300;

    /// <summary>The points, oldest first: every moment, the ends of vesting between them, and now. Of very many moments some are left out, the first and the last never.</summary>
    /// <param name="moments">The vault's moments, oldest first.</param>
    /// <param name="now">The last ledger.</param>
    public static IReadOnlyList<SharePoint> Of(IReadOnlyList<VaultMoment> moments, LedgerNumber now)
    {
        var points = new List<SharePoint>();
        for (var place = 0; place < moments.Count && moments[place].Ledger <= now; place++)
        {
            var (moment, next) = (moments[place], place + 1 < moments.Count && moments[place + 1].Ledger <= now ? moments[place + 1].Ledger : now);
            points.Add(new SharePoint(moment.Ledger, moment.Books.StateAt(moment.Ledger), moment));
            if (moment.Books.VestUntil > moment.Ledger && moment.Books.VestUntil < next)
            {
                points.Add(new SharePoint(moment.Books.VestUntil, moment.Books.StateAt(moment.Books.VestUntil), null));
            }
        }

        if (points.Count > 0)
        {
            points.Add(new SharePoint(now, moments[^1].Ledger <= now ? moments[^1].Books.StateAt(now) : points[^1].State, null));
        }

        return Thin(points);
    }

    private static List<SharePoint> Thin(List<SharePoint> points) => points.Count <= MaxPoints
        ? points
        : [.. Enumerable.Range(0, MaxPoints).Select(i => points[(int)((long)i * (points.Count - 1) / (MaxPoints - 1))])];
}
