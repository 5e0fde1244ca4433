namespace Nectar.Web.Sandbox;

/// <summary>Whether a visitor may start a run now. A closed set: each no has its reason.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>Decides it. Pure.</summary>
    /// <param name="settings">The bounds.</param>
    /// <param name="running">Runs that have not ended, as their ids and visitors.</param>
    /// <param name="visitor">Who asks.</param>
    public static Admission Decide(SandboxSettings settings, IReadOnlyCollection<(string Id, string Visitor)> running, string visitor)
    {
        if (!settings.IsOn)
        {
            return new Off();
        }

        return running.FirstOrDefault(r => r.Visitor == visitor) is { Id: { } own }
            ? new HasOne(own)
            : running.Count >= settings.MostRuns ? new Full() : new Granted();
    }

    /// <summary>Yes.</summary>
    public sealed record Granted : Admission;

    /// <summary>No: there is no sandbox here.</summary>
    public sealed record Off : Admission;

    /// <summary>No: from the same address one runs already.</summary>
    /// <param name="Id">That run's id.</param>
    public sealed record HasOne(string Id) : Admission;

    /// <summary>No: as many run as may.</summary>
    public sealed record Full : Admission;
}
