namespace Nectar.Web.Components.Races;

/// <summary>Places for marks that must not lie on one another.</summary>
internal static class RaceSpread
{
    /// <summary>Each mark where it belongs or, where another is in the way, as near behind it as there is room; at the right edge before it.</summary>
    /// <param name="wanted">Where they belong, from left to right.</param>
    /// <param name="apart">How far apart two must be.</param>
    /// <param name="edge">The last place there is.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> wanted, int apart, int edge)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var places = new int[wanted.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i == 0 ? wanted[i] : Math.Max(wanted[i], places[i - 1] + apart);
        }

        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], edge - (apart * (places.Length - 1 - i)));
        }

        return places;
    }
}
