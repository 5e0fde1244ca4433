namespace Nectar.LocalNet.Closing;

/// <summary>The right to write, until it is disposed.</summary>
internal sealed class WriterTurn(SemaphoreSlim door) : IDisposable
{
    /// <summary>Lets the next writer in.</summary>
    public void Dispose() => door.Release();
}
