using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Host.Frames;

/// <summary>Reads whole responses.</summary>
internal static class Response
{
    private const uint Ok = 0;
    private const uint Failed = 1;

    /// <summary>Reads the two words that every response begins with, and what they announce.</summary>
    /// <exception cref="XdrException">The module answered in another format: a bug.</exception>
    public static HostResult<T> Read<T>(ReadOnlySpan<byte> frame, FrameReader.ItemReader<T> read)
    {
        var r = new FrameReader(frame);
        if (r.UInt32("frameVersion") is var version and not FrameWriter.Version)
        {
            throw new XdrException("response.frameVersion", $"{version} is not {FrameWriter.Version}", 0);
        }

        HostResult<T> result = r.UInt32("status") switch
        {
            Ok => new HostResult<T>.Ok(read(ref r)),
            Failed => new HostResult<T>.Failed(HostFailure.Read(ref r)),
            var status when Enum.IsDefined((HostStatus)status) => new HostResult<T>.Refused((HostStatus)status, r.Text("reason")),
            var status => throw new XdrException("response.status", $"{status} is not a known value", 4),
        };
        r.End();
        return result;
    }
}
