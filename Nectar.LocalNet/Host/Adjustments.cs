using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>The margins of a simulation; <see cref="Usual"/> are those of Stellar RPC.</summary>
/// <param name="Instructions">On CPU instructions.</param>
/// <param name="DiskReadBytes">On bytes read from disk.</param>
/// <param name="WriteBytes">On bytes written.</param>
/// <param name="TransactionSize">On the transaction's size.</param>
/// <param name="RefundableFee">On rent and events.</param>
public sealed record Adjustments(
    Adjustment Instructions,
    Adjustment DiskReadBytes,
    Adjustment WriteBytes,
    Adjustment TransactionSize,
    Adjustment RefundableFee)
{
    /// <summary>What RPC adds where the caller names nothing else.</summary>
    public static Adjustments Usual { get; } = new(new(1.04, 50_000), new(1, 0), new(1, 0), new(1.1, 500), new(1.15, 0));

    internal void Write(FrameWriter w)
    {
        Instructions.Write(w);
        DiskReadBytes.Write(w);
        WriteBytes.Write(w);
        TransactionSize.Write(w);
        RefundableFee.Write(w);
    }
}
