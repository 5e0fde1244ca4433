namespace Nectar.LocalNet.Host.Engine;

/// <summary>How much memory an instance may take.</summary>
/// <param name="MaxBytes">Beyond this its memory does not grow: the call traps.</param>
/// <param name="RetainedBytes">An instance that holds more after a call gives way to a fresh one.</param>
internal sealed record InstanceLimits(long MaxBytes, long RetainedBytes)
{
    /// <summary>
    /// At most 1 GiB: a simulation may hold twice the network's 40 MiB as metered, and a few times that unmetered, in
    /// requests, answers and snapshots. Retained 256 MiB: linear memory never shrinks, and a call that needed this much
    /// is rare enough for its instance to be thrown away with the modules that it had parsed.
    /// </summary>
    public static InstanceLimits Usual { get; } = new(1L << 30, 256L << 20);
}
