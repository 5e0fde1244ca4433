using System.Buffers.Binary;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>Results that no operation has reached.</summary>
internal static class OperationResults
{
    /// <summary>The result with zeros for whatever it says: what an operation has before it is looked at.</summary>
    public static OperationResult Success(OperationBody body)
    {
        if (!OperationKinds.IsSupported(body))
        {
            return OperationResult.OpNotSupported.Instance;
        }

        // opINNER, the kind, code 0, and room for the largest success of a supported kind: a merge's balance or a hash.
        var bytes = new byte[12 + (body switch
        {
            OperationBody.AccountMerge => 8,
            OperationBody.InvokeHostFunction => 32,
            _ => 0,
        })];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), (int)body.Discriminant);
        return XdrCodec.Decode<OperationResult>(bytes);
    }
}
