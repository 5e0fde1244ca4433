using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web;

/// <summary>A vault that is as a sample says, or cannot be read.</summary>
internal sealed class SampleVaultReader(string? fault = null) : IVaultReader
{
    public Task<VaultPicture> ReadAsync(NetworkInUse network, CancellationToken cancel) =>
        fault is null ? Task.FromResult(Samples.Picture()) : throw new VaultReadException(fault);
}
