using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>What became of a Soroban operation, besides its changes and events.</summary>
/// <param name="Result">Its result.</param>
/// <param name="ReturnValue">What an invocation returned; otherwise null.</param>
/// <param name="RentFee">Rent, in stroops.</param>
/// <param name="EventsFee">The fee for events and return value, in stroops.</param>
/// <param name="Diagnostics">What the host tells beside events.</param>
internal sealed record SorobanOutcome(
    OperationResult Result,
    SCVal? ReturnValue,
    long RentFee,
    long EventsFee,
    XdrArray<DiagnosticEvent> Diagnostics)
{
    /// <summary>What is charged of the refundable part of the resource fee, in stroops.</summary>
    public long RefundableCharged => RentFee + EventsFee;

    /// <summary>The meta of a transaction that succeeded.</summary>
    /// <param name="nonRefundable">The part of the resource fee that was charged whatever happened, in stroops.</param>
    public SorobanTransactionMetaV2 ToMeta(long nonRefundable) => new(
        new SorobanTransactionMetaExt.V1(new SorobanTransactionMetaExtV1(ExtensionPoint.V0.Instance, nonRefundable, RefundableCharged, RentFee)),
        ReturnValue);
}
