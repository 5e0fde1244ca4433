using Nectar.Core.Alerts;

namespace Nectar.Web.Alerting;

/// <summary>The newest alerts for browsers that show them as notifications.</summary>
internal sealed class BrowserAlerts
{
    private const int Kept = 100;
    private readonly Lock door = new();
    private readonly Queue<(long Id, AlertMessage Message)> newest = new();
    private long lastId;

    /// <summary>Adds one.</summary>
    public void Add(AlertMessage message)
    {
        lock (door)
        {
            newest.Enqueue((++lastId, message));
            if (newest.Count > Kept)
            {
                newest.Dequeue();
            }
        }
    }

    /// <summary>The last id and those after another, oldest first.</summary>
    /// <param name="since">The last that the browser has; below 0 for none of them.</param>
    public (long LastId, IReadOnlyList<(long Id, AlertMessage Message)> Alerts) After(long since)
    {
        lock (door)
        {
            return (lastId, since < 0 ? [] : [.. newest.Where(a => a.Id > since)]);
        }
    }
}
