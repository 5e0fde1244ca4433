namespace Nectar.Web.Live;

/// <summary>How many clients may hold a live connection, and how many do.</summary>
/// <param name="limit">The most.</param>
public sealed class ClientLimit(int limit)
{
    private int inUse;

    /// <summary>The most.</summary>
    public int Limit => limit;

    /// <summary>How many hold one.</summary>
    public int InUse => Volatile.Read(ref inUse);

    /// <summary>Takes a place until disposed; null where none is free.</summary>
    public IDisposable? TryEnter()
    {
        // One addition decides, so that two callers cannot both take the last place.
        if (Interlocked.Increment(ref inUse) <= limit)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref inUse);
        return null;
    }

    /// <summary>Answers that there is no place and when to ask again.</summary>
    public static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "30";
        await context.Response.WriteAsync("too many live clients, try again in 30 s", context.RequestAborted);
    }

    private sealed class Place(ClientLimit limit) : IDisposable
    {
        private int isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGivenBack, 1) == 0)
            {
                Interlocked.Decrement(ref limit.inUse);
            }
        }
    }
}
