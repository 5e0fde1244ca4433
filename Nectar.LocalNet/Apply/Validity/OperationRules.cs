using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.Apply.Operations;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Validity;

/// <summary>What is wrong with an operation whatever the ledger's accounts hold.</summary>
internal static class OperationRules
{
    public static OperationResult? Check(IncomingTransaction tx, Operation operation, NetworkSettings settings)
    {
        var result = operation.Body switch
        {
            OperationBody.InvokeHostFunction(var o) => CheckInvocation(o, settings),
            OperationBody.ExtendFootprintTtl(var o) => CheckExtension(o, tx.SorobanData!, settings),
            OperationBody.RestoreFootprint => CheckRestoration(tx.SorobanData!),
            var classic => OperationSwitch.Check(classic, PublicKey.From(tx.SourceOf(operation).ToAccountId())),
        };
        return result is null ? null : new OperationResult.OpInner(result);
    }

    private static OperationResultTr.InvokeHostFunction? CheckInvocation(InvokeHostFunctionOp op, NetworkSettings settings) => op.HostFunction switch
    {
        HostFunction.UploadContractWasm(var wasm) when wasm.Length > settings.MaxContractBytes =>
            new OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.ResourceLimitExceeded.Instance),
        HostFunction.CreateContract({ ContractIdPreimage: ContractIDPreimage.Asset(var asset) }) when !TrustLines.IsValid(asset) =>
            new OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.Malformed.Instance),
        _ => null,
    };

    private static OperationResultTr.ExtendFootprintTtl? CheckExtension(ExtendFootprintTTLOp op, SorobanTransactionData data, NetworkSettings settings)
    {
        var footprint = data.Resources.Footprint;
        return footprint.ReadWrite.Count > 0
            || footprint.ReadOnly.Any(k => !LedgerKeys.HasLifetime(k))
            || op.ExtendTo > settings.Archival.MaxEntryTtl - 1
                ? new OperationResultTr.ExtendFootprintTtl(ExtendFootprintTTLResult.Malformed.Instance)
                : null;
    }

    private static OperationResultTr.RestoreFootprint? CheckRestoration(SorobanTransactionData data)
    {
        var footprint = data.Resources.Footprint;
        return footprint.ReadOnly.Count > 0 || footprint.ReadWrite.Any(k => !LedgerKeys.HasLifetime(k) || LedgerKeys.IsTemporary(k))
            ? new OperationResultTr.RestoreFootprint(RestoreFootprintResult.Malformed.Instance)
            : null;
    }
}
