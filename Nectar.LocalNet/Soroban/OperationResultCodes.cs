using System.Buffers.Binary;
using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Soroban;

/// <summary>The results of Soroban operations.</summary>
internal static class OperationResultCodes
{
    /// <summary>Success; an invocation's result is the hash of return value and events.</summary>
    public static OperationResultTr Succeeded(OperationBody body, SCVal? returnValue, XdrArray<ContractEvent> events) => body switch
    {
        OperationBody.InvokeHostFunction => new OperationResultTr.InvokeHostFunction(
            new InvokeHostFunctionResult.Success(HashOf(returnValue ?? SCVal.Void.Instance, events))),
        OperationBody.ExtendFootprintTtl => new OperationResultTr.ExtendFootprintTtl(ExtendFootprintTTLResult.Success.Instance),
        OperationBody.RestoreFootprint => new OperationResultTr.RestoreFootprint(RestoreFootprintResult.Success.Instance),
        _ => throw NotSoroban(body),
    };

    /// <summary>The failure that has this code.</summary>
    public static OperationResultTr Failed(OperationBody body, int code) => body switch
    {
        OperationBody.InvokeHostFunction => new OperationResultTr.InvokeHostFunction(Result<InvokeHostFunctionResult>(code)),
        OperationBody.ExtendFootprintTtl => new OperationResultTr.ExtendFootprintTtl(Result<ExtendFootprintTTLResult>(code)),
        OperationBody.RestoreFootprint => new OperationResultTr.RestoreFootprint(Result<RestoreFootprintResult>(code)),
        _ => throw NotSoroban(body),
    };

    public static ArgumentException NotSoroban(OperationBody body) => new($"{body.Discriminant} is no Soroban operation", nameof(body));

    private static Hash HashOf(SCVal returnValue, XdrArray<ContractEvent> events) =>
        new(SHA256.HashData(new InvokeHostFunctionSuccessPreImage(returnValue, events).ToXdr()));

    // A failed arm carries nothing but its code.
    private static T Result<T>(int code)
        where T : IXdrValue<T>
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, code);
        return XdrCodec.Decode<T>(bytes);
    }
}
