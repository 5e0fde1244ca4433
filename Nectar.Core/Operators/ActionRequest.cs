namespace Nectar.Core.Operators;

/// <summary>What an operator asks for.</summary>
/// <param name="Action">What.</param>
/// <param name="Value">With which value, as typed; empty where the action takes none.</param>
/// <param name="Confirmation">What was typed to confirm.</param>
/// <param name="Version">The version of the settings that the operator saw.</param>
public sealed record ActionRequest(OperatorAction Action, string Value, string Confirmation, long Version);
