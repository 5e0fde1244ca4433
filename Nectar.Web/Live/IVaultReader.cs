namespace Nectar.Web.Live;

/// <summary>Reads the vault's picture from a chain.</summary>
public interface IVaultReader
{
    /// <summary>Everything as of one ledger.</summary>
    /// <exception cref="VaultReadException">The chain answered something else; the message says what, for people.</exception>
    Task<VaultPicture> ReadAsync(NetworkInUse network, CancellationToken cancel);
}
