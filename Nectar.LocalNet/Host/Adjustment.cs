using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>A margin on a simulated figure, which becomes max(figure × factor, figure + addend); 0 stays 0.</summary>
/// <param name="Factor">Finite, not negative.</param>
/// <param name="Addend">In the figure's unit.</param>
public sealed record Adjustment(double Factor, uint Addend)
{
    internal void Write(FrameWriter w)
    {
        w.Double(Factor);
        w.UInt32(Addend);
    }
}
