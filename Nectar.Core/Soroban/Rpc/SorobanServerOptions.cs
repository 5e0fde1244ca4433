using System.ComponentModel.DataAnnotations;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Where a network's RPC servers are and how patiently they are asked.</summary>
public sealed class SorobanServerOptions
{
    /// <summary>The servers' URLs, the preferred one first; the next is turned to while one fails.</summary>
    [Required]
    [MinLength(1)]
    public IList<Uri> Endpoints { get; init; } = [];

    /// <summary>How often a failed read is asked again. Default 4.</summary>
    [Range(0, 20)]
    public int ReadRetries { get; set; } = 4;

    /// <summary>The wait before the first repetition; it doubles, with jitter. Default 200 ms.</summary>
    public TimeSpan FirstRetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one request may take. Default 15 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
