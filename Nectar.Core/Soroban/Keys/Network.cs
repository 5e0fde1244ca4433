using System.Security.Cryptography;
using System.Text;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Keys;

/// <summary>A Stellar network: its passphrase goes into every hash, so that nothing signed for one counts on another.</summary>
public sealed record Network
{
    /// <summary>Names a network.</summary>
    /// <exception cref="ArgumentException">The passphrase is empty.</exception>
    public Network(string passphrase)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(passphrase);
        Passphrase = passphrase;
        Id = new Hash(SHA256.HashData(Encoding.UTF8.GetBytes(passphrase)));
    }

    /// <summary>The main network.</summary>
    public static Network Public { get; } = new("Public Global Stellar Network ; September 2015");

    /// <summary>The test network.</summary>
    public static Network Testnet { get; } = new("Test SDF Network ; September 2015");

    /// <summary>The test network of coming protocols.</summary>
    public static Network Futurenet { get; } = new("Test SDF Future Network ; October 2022");

    /// <summary>A network of one's own, by the passphrase that tools expect of a local one.</summary>
    public static Network Standalone { get; } = new("Standalone Network ; February 2017");

    /// <summary>The passphrase.</summary>
    public string Passphrase { get; }

    /// <summary>The SHA-256 of the passphrase.</summary>
    public Hash Id { get; }

    /// <summary>The key of the account that holds all coins in the first ledger: its seed is the network's id.</summary>
    public KeyPair RootKeyPair() => KeyPair.FromRawSeed(Id.Span);

    /// <summary>The id of the contract that an asset has on this network, deployed or not.</summary>
    public ContractId ContractIdOf(Asset asset) => ContractIdOf(new ContractIDPreimage.Asset(asset));

    /// <summary>The id of the contract that an address would deploy with a salt of 32 bytes.</summary>
    /// <exception cref="XdrException">The salt has not 32 bytes.</exception>
    public ContractId ContractIdOf(SCAddress deployer, ReadOnlySpan<byte> salt) =>
        ContractIdOf(new ContractIDPreimage.Address(new ContractIDPreimageFromAddress(deployer, new Uint256(salt))));

    /// <summary>The id of the contract that is made from the preimage.</summary>
    public ContractId ContractIdOf(ContractIDPreimage preimage)
    {
        HashIDPreimage hashed = new HashIDPreimage.ContractId(new HashIDPreimageContractId(Id, preimage));
        return new ContractId(SHA256.HashData(hashed.ToXdr()));
    }
}
