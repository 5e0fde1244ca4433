namespace Nectar.Core.Soroban.Rpc;

/// <summary>Which network a server serves.</summary>
public sealed record GetNetworkResult
{
    /// <summary>Where test accounts are funded, if anywhere.</summary>
    public string? FriendbotUrl { get; init; }

    /// <summary>The passphrase.</summary>
    public required string Passphrase { get; init; }

    /// <summary>The protocol that its last ledger follows.</summary>
    public required uint ProtocolVersion { get; init; }
}
