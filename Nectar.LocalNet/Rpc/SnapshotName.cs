namespace Nectar.LocalNet.Rpc;

/// <summary>A snapshot that was taken.</summary>
/// <param name="Id">What <c>localnet_revert</c> calls it.</param>
internal sealed record SnapshotName(uint Id);
