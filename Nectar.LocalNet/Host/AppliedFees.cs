using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>What a resource fee is spent on, in stroops; every division rounds up. The rest is given back.</summary>
/// <param name="NonRefundable">For declared resources.</param>
/// <param name="Rent">For lifetimes.</param>
/// <param name="Events">For events and return value.</param>
public sealed record AppliedFees(long NonRefundable, long Rent, long Events)
{
    /// <summary>What is charged in all.</summary>
    public long Total => NonRefundable + Rent + Events;

    internal static AppliedFees Read(ref FrameReader r) =>
        new(r.Int64("fees.nonRefundable"), r.Int64("fees.rent"), r.Int64("fees.events"));
}
