namespace Nectar.Core.Keeper;

/// <summary>Hands a running keeper its settings. Whoever changes them does it here, and the keeper goes by the new ones from its next step on.</summary>
/// <param name="settings">The settings to begin with.</param>
public sealed class KeeperControl(KeeperSettings settings)
{
    private readonly Lock door = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The settings as of now.</summary>
    public KeeperSettings Current
    {
        get
        {
            lock (door)
            {
                return settings;
            }
        }
    }

    /// <summary>Ends with the next change: a keeper that pauses between two looks does not sleep through it.</summary>
    public Task WhenChanged
    {
        get
        {
            lock (door)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>Changes them.</summary>
    public void Apply(KeeperSettings next)
    {
        TaskCompletionSource ended;
        lock (door)
        {
            (settings, ended) = (next, changed);
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        ended.SetResult();
    }
}
