namespace Nectar.Core.Keeper;

/// <summary>What the variables say: a whole environment, or every fault in them at once.</summary>
public abstract record EnvironmentReading
{
    private EnvironmentReading()
    {
    }

    /// <summary>All is well.</summary>
    public sealed record Ok(KeeperEnvironment Environment) : EnvironmentReading;

    /// <summary>Nothing may start.</summary>
    /// <param name="Faults">All of them, in the order of the variables.</param>
    public sealed record Faulty(IReadOnlyList<ConfigurationFault> Faults) : EnvironmentReading
    {
        /// <summary>One line for each fault.</summary>
        public override string ToString() => string.Join('\n', Faults);
    }
}
