namespace Nectar.Core.Soroban.Rpc;

/// <summary>Which of several servers is asked: always the same until it fails, then the next.</summary>
internal sealed class EndpointRotation(IReadOnlyList<Uri> endpoints)
{
    private int current;

    public (int Index, Uri Endpoint) Current
    {
        get
        {
            var index = Volatile.Read(ref current);
            return (index, endpoints[index]);
        }
    }

    /// <summary>Turns to the next server, unless another request has done so already.</summary>
    public void Failed(int index) => Interlocked.CompareExchange(ref current, (index + 1) % endpoints.Count, index);
}
