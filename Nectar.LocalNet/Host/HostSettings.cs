using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>
/// A network's settings in the form that every call carries. They are encoded once, since each call sends four
/// kilobytes of them.
/// </summary>
public sealed class HostSettings
{
    private readonly byte[] frame;

    /// <summary>Takes the settings; which must be there is said in <c>host/README.md</c>, "Requests".</summary>
    public HostSettings(IEnumerable<ConfigSettingEntry> entries)
    {
        Entries = [.. entries];
        using var w = new FrameWriter();
        w.Values(Entries);
        frame = w.Written.ToArray();
    }

    /// <summary>The settings as given.</summary>
    public IReadOnlyList<ConfigSettingEntry> Entries { get; }

    internal void Write(FrameWriter w) => w.Raw(frame);
}
