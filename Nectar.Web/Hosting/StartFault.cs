namespace Nectar.Web.Hosting;

/// <summary>Why the application cannot go on after it started; the process then ends with a code other than 0.</summary>
internal sealed class StartFault(IHostApplicationLifetime lifetime)
{
    /// <summary>What is wrong, one line for each fault; empty while nothing is.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Stops the application.</summary>
    public void Stop(IReadOnlyList<string> faults)
    {
        Faults = faults;
        lifetime.StopApplication();
    }
}
