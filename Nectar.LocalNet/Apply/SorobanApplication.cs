using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>Carries a Soroban operation out in its scope.</summary>
/// <param name="operation">The operation.</param>
/// <param name="scope">Where its changes and events go.</param>
/// <param name="seed">The source of what is random in it.</param>
internal delegate SorobanOutcome SorobanApplication(Operation operation, OperationScope scope, Hash seed);
