namespace Nectar.LocalNet.Host.Engine;

/// <summary>The module trapped: its instance can no longer be used.</summary>
internal sealed class HostTrapException(string message, Exception? inner = null) : Exception(message, inner);
