using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Soroban;

/// <summary>The one operation of a Soroban transaction, with what its transaction says of it.</summary>
/// <param name="Source">The operation's source account, or else the transaction's.</param>
/// <param name="Body">An invocation, an extension or a restoration.</param>
/// <param name="Data">Footprint, resources and resource fee, as the transaction carries them.</param>
/// <param name="EnvelopeSize">Bytes of the signed envelope; of a fee bump's inner one, as the network counts it.</param>
/// <param name="Seed">The source of contracts' random numbers: see <see cref="SorobanSeed"/>.</param>
public sealed record SorobanOperation(
    PublicKey Source,
    OperationBody Body,
    SorobanTransactionData Data,
    uint EnvelopeSize,
    Hash Seed);
