using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>What became of a transaction, fees apart.</summary>
/// <param name="Result">Its own result, not yet within a fee bump's.</param>
/// <param name="Before">Changes that stay whatever its operations do: sequence number, signers for one use.</param>
/// <param name="Operations">Changes and events of its operations; empty where it failed.</param>
/// <param name="Soroban">Return value and fees of a Soroban transaction that succeeded; otherwise null.</param>
/// <param name="Diagnostics">What the host tells beside events.</param>
/// <param name="UnusedResourceFee">How much of the declared resource fee is to be given back, in stroops.</param>
internal sealed record AppliedTransaction(
    TransactionResultResult Result,
    XdrArray<LedgerEntryChange> Before,
    XdrArray<OperationMetaV2> Operations,
    SorobanTransactionMetaV2? Soroban,
    XdrArray<DiagnosticEvent> Diagnostics,
    long UnusedResourceFee)
{
    /// <summary>Whether its operations were carried out.</summary>
    public bool Succeeded => Result is TransactionResultResult.TxSuccess;
}
