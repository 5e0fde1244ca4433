using System.Security.Cryptography;
using System.Text;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>Where the market's contracts are. Each address follows from its deployer and its name, and is known beforehand.</summary>
internal sealed record DemoContracts
{
    private readonly Network network;

    /// <summary>Reckons the addresses.</summary>
    public DemoContracts(Network network, DemoPeople people)
    {
        this.network = network;
        Assets = [.. DemoAsset.All.Select(a => Asset.Credit(a.Code, people.Issuer.Key.AccountId))];
        Tokens = [.. Assets.Select(network.ContractIdOf)];
        PoolFeed = Of(people.PoolFeed, nameof(PoolFeed));
        MarketFeed = Of(people.MarketFeed, nameof(MarketFeed));
        Exchange = Of(people.Exchange, nameof(Exchange));
        Pool = Of(people.Admin, nameof(Pool));
        Registry = Of(people.Admin, nameof(Registry));
        Vault = Of(people.Admin, nameof(Vault));
    }

    /// <summary>The classic assets: USDC, then the collateral.</summary>
    public IReadOnlyList<Asset> Assets { get; }

    /// <summary>Their contracts, in the same order.</summary>
    public IReadOnlyList<ContractId> Tokens { get; }

    /// <summary>USDC.</summary>
    public ContractId Usdc => Tokens[0];

    /// <summary>What is borrowed against.</summary>
    public IReadOnlyList<ContractId> Collateral => [.. Tokens.Skip(1)];

    /// <summary>The feed that the pool goes by.</summary>
    public ContractId PoolFeed { get; }

    /// <summary>The feed that the exchange and the vault go by.</summary>
    public ContractId MarketFeed { get; }

    /// <summary>The exchange.</summary>
    public ContractId Exchange { get; }

    /// <summary>The pool.</summary>
    public ContractId Pool { get; }

    /// <summary>The registry.</summary>
    public ContractId Registry { get; }

    /// <summary>The vault.</summary>
    public ContractId Vault { get; }

    /// <summary>The salt of a contract's name.</summary>
    public static byte[] SaltOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"nectar demo {name}"));

    private ContractId Of(DemoAccount deployer, string name) => network.ContractIdOf(deployer.Address, SaltOf(name));
}
