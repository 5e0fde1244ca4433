using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>The weights that operations need, as Horizon tells them.</summary>
/// <param name="LowThreshold">Of low operations.</param>
/// <param name="MedThreshold">Of medium ones.</param>
/// <param name="HighThreshold">Of high ones.</param>
internal sealed record AccountThresholds(byte LowThreshold, byte MedThreshold, byte HighThreshold)
{
    /// <summary>Reads the four bytes, of which the first is the master key's weight.</summary>
    public static AccountThresholds Of(Thresholds thresholds) => new(thresholds.Span[1], thresholds.Span[2], thresholds.Span[3]);
}
