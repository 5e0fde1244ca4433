using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>Transaction data with its footprint's keys once more, which this caller decodes anyway.</summary>
internal static class Needs
{
    public static SorobanTransactionData Read(ref FrameReader r)
    {
        var data = r.Value<SorobanTransactionData>("needs.transactionData");
        Skip(ref r, "needs.readOnly");
        Skip(ref r, "needs.readWrite");
        return data;
    }

    private static void Skip(ref FrameReader r, string what)
    {
        for (var left = r.UInt32(what); left > 0; left--)
        {
            r.Opaque(what);
        }
    }
}
