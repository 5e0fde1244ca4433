namespace Nectar.LocalNet.Rpc;

/// <summary>The whole state.</summary>
/// <param name="State">In base64; for <c>localnet_loadState</c>, nothing else reads it.</param>
internal sealed record DumpedState(string State);
