namespace Nectar.LocalNet.Http.Horizon;

/// <summary>What Horizon says of itself and its network.</summary>
internal sealed record RootResource
{
    public required string HorizonVersion { get; init; }

    public required string CoreVersion { get; init; }

    public required uint IngestLatestLedger { get; init; }

    public required uint HistoryLatestLedger { get; init; }

    public required string HistoryLatestLedgerClosedAt { get; init; }

    public required uint HistoryElderLedger { get; init; }

    public required uint CoreLatestLedger { get; init; }

    public required string NetworkPassphrase { get; init; }

    public required uint CurrentProtocolVersion { get; init; }

    public required uint SupportedProtocolVersion { get; init; }

    public required uint CoreSupportedProtocolVersion { get; init; }
}
