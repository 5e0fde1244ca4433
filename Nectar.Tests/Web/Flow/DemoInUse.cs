using Nectar.Core.Units;
using Nectar.Web.Demo;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Flow;

/// <summary>The demo's network as pages see it.</summary>
internal static class DemoInUse
{
    public static NetworkInUse Of(DemoNetwork demo, ContractId? vault = null) => new()
    {
        Label = "embedded network",
        IsEmbedded = true,
        Network = demo.Network.Network,
        Server = demo.Server,
        Registry = demo.Contracts.Registry,
        Vault = vault ?? demo.Contracts.Vault,
        Pool = demo.Contracts.Pool,
        Keepers = [],
        Faucet = demo.Faucet,
    };
}
