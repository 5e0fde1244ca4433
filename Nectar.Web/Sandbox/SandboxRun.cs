using System.Security.Cryptography;
using Nectar.Core.Journal;
using Nectar.Core.Units;

namespace Nectar.Web.Sandbox;

/// <summary>One visitor's run: what is shown of it. Its network is not in here, so that it can be forgotten the moment it ends.</summary>
/// <param name="shock">What happens in it.</param>
/// <param name="visitor">Whose it is.</param>
public sealed class SandboxRun(Shock shock, string visitor) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private volatile SandboxProgress progress = new SandboxProgress.Starting();

    /// <summary>Its name in addresses; whoever does not have it does not find the run.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What happens in it.</summary>
    public Shock Shock => shock;

    /// <summary>Whose it is.</summary>
    public string Visitor => visitor;

    /// <summary>Names of its tokens, by contract; empty until its network is there.</summary>
    public IReadOnlyDictionary<ContractId, string> Symbols { get; set; } = new Dictionary<ContractId, string>();

    /// <summary>What its keepers wrote.</summary>
    public MemoryJournal Journal { get; } = new();

    /// <summary>How far it has come.</summary>
    public SandboxProgress Progress
    {
        get => progress;
        set => progress = value;
    }

    /// <summary>Whether it has come to an end, good or bad.</summary>
    public bool IsOver => Progress is SandboxProgress.Ended or SandboxProgress.Failed;

    /// <summary>Is cancelled when somebody stops it.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Ends it early.</summary>
    public void Stop() => stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();
}
