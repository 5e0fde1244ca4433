using System.Net;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>What the command line asks for.</summary>
public sealed record ServeOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; } = 8000;

    /// <summary>The URL under which clients reach the network, where that is another than address and port.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The network.</summary>
    public LocalNetworkOptions Network { get; init; } = new();

    /// <summary>Where the network's state is read at the start, if it is there, and written at the end; null for nowhere.</summary>
    public FileInfo? StateFile { get; init; }

    /// <summary>Where the compiled host is kept between runs; null for the user's own cache folder.</summary>
    public DirectoryInfo? CacheFolder { get; init; }

    /// <summary>How many accounts are funded at the start.</summary>
    public int Accounts { get; init; } = 3;

    /// <summary>How much each has, in whole XLM.</summary>
    public long Balance { get; init; } = 10_000;
}
