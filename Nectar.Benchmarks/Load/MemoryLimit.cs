using System.Globalization;

namespace Nectar.Benchmarks.Load;

/// <summary>A control group with a limit of memory: version 1 or 2, where this user may make one.</summary>
internal sealed class MemoryLimit : IDisposable
{
    private readonly string folder;

    private MemoryLimit(string folder, string kind) => (this.folder, Kind) = (folder, kind);

    /// <summary>What holds the memory, for the report.</summary>
    public string Kind { get; }

    /// <summary>The file to which a process writes its number to come under the limit.</summary>
    public string Door => Path.Combine(folder, "cgroup.procs");

    /// <summary>Makes one; null where that is not allowed.</summary>
    public static MemoryLimit? TryMake(long bytes)
    {
        var isFirst = Directory.Exists("/sys/fs/cgroup/memory");
        var folder = Path.Combine(isFirst ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup", $"nectar-load-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, isFirst ? "memory.limit_in_bytes" : "memory.max"), bytes.ToString(CultureInfo.InvariantCulture));
            return new MemoryLimit(folder, $"a control group (version {(isFirst ? 1 : 2)}) of {bytes / 1_048_576} MB");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(folder);
}
