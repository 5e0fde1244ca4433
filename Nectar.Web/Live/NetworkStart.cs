using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>How far the network has come: what everybody who needs it waits for, and what pages say until then.</summary>
public sealed class NetworkStart
{
    private static readonly Dictionary<ContractId, string> noSymbols = [];
    private readonly TaskCompletionSource<NetworkInUse> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is being done, in words.</summary>
    public string Doing { get; private set; } = "starting";

    /// <summary>Why it does not go on; null while it does.</summary>
    public string? Fault { get; private set; }

    /// <summary>The network; null until it is ready.</summary>
    public NetworkInUse? Network => ready.Task.IsCompletedSuccessfully ? ready.Task.GetAwaiter().GetResult() : null;

    /// <summary>Names of tokens; empty until the network is ready.</summary>
    public IReadOnlyDictionary<ContractId, string> Symbols => Network?.Symbols ?? noSymbols;

    /// <summary>Waits for the network.</summary>
    public Task<NetworkInUse> WhenReadyAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    /// <summary>Says what is being done.</summary>
    public void Say(string doing) => (Doing, Fault) = (doing, null);

    /// <summary>Says why it does not go on.</summary>
    public void Fail(string reason) => Fault = reason;

    /// <summary>The network is ready.</summary>
    public void Complete(NetworkInUse network)
    {
        Say("ready");
        ready.TrySetResult(network);
    }
}
