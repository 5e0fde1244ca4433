namespace Nectar.Core.Soroban.Rpc;

/// <summary>What a server runs.</summary>
public sealed record GetVersionInfoResult
{
    /// <summary>The server's version.</summary>
    public required string Version { get; init; }

    /// <summary>The commit it was built from.</summary>
    public required string CommitHash { get; init; }

    /// <summary>When it was built, in the builder's words.</summary>
    public required string BuildTimestamp { get; init; }

    /// <summary>The version of the core behind it.</summary>
    public required string CaptiveCoreVersion { get; init; }

    /// <summary>The newest protocol it can follow.</summary>
    public required uint ProtocolVersion { get; init; }
}
