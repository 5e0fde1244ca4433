namespace Nectar.Benchmarks;

/// <summary>The shortest of many turns: what the work takes where nothing else disturbs it.</summary>
internal static class Shortest
{
    private const int MinTurns = 10;
    private const int MaxTurns = 400;
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(6);

    /// <summary>Takes turns for some seconds.</summary>
    /// <param name="turn">One turn: what is timed.</param>
    /// <param name="after">What puts things back between two turns, and is not timed.</param>
    public static async Task<TimeSpan> OfAsync(Func<Task> turn, Func<Task>? after = null)
    {
        var (shortest, started) = (TimeSpan.MaxValue, TimeProvider.System.GetTimestamp());
        for (var i = 0; i < MinTurns || (i < MaxTurns && TimeProvider.System.GetElapsedTime(started) < longest); i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await turn().ConfigureAwait(false);
            var taken = TimeProvider.System.GetElapsedTime(began);
            shortest = taken < shortest ? taken : shortest;
            if (after is not null)
            {
                await after().ConfigureAwait(false);
            }
        }

        return shortest;
    }
}
