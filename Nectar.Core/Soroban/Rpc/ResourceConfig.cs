namespace Nectar.Core.Soroban.Rpc;

/// <summary>Room beyond what a simulation used.</summary>
/// <param name="InstructionLeeway">Instructions on top.</param>
public sealed record ResourceConfig(ulong InstructionLeeway);
