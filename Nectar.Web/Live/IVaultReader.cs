namespace Nectar.Web.Live;

/// <summary>Reads the vault's picture from a chain.</summary>
public interface IVaultReader
{
    /// <summary>The vault as of one ledger, and those around it as of that one or a ledger or two later.</summary>
    /// <exception cref="VaultReadException">The chain answered something else; the message says what, for people.</exception>
    Task<VaultPicture> ReadAsync(NetworkInUse network, CancellationToken cancel);
}
