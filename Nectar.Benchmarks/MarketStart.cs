namespace Nectar.Benchmarks;

/// <summary>The first liquidation of an app's market: every page has something to show then, and the code has run.</summary>
internal static class MarketStart
{
    /// <summary>Waits for it.</summary>
    /// <param name="app">Where the app answers.</param>
    /// <param name="isUp">Whether it still runs.</param>
    /// <param name="http">Asks it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">The app ended before.</exception>
    public static async Task UntilAsync(Uri app, Func<bool> isUp, HttpClient http, CancellationToken cancel)
    {
        while (isUp())
        {
            try
            {
                if ((await http.GetStringAsync(new Uri(app, "/metrics"), cancel)).Split('\n').Any(l => l.StartsWith("nectar_liquidations_total ", StringComparison.Ordinal) && !l.EndsWith(" 0", StringComparison.Ordinal)))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancel);
        }

        throw new InvalidOperationException("the app ended before its market ran: its memory may be too little for its start");
    }
}
