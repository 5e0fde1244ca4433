using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.Web.Live;

namespace Nectar.Web.Demo;

/// <summary>Gives visitors of the simulated market XLM out of the network's root and USDC out of its issuer's hand.</summary>
/// <param name="network">The network.</param>
/// <param name="server">The same, for reads.</param>
/// <param name="issuer">Who issues USDC.</param>
/// <param name="usdc">USDC.</param>
internal sealed class DemoFaucet(LocalNetwork network, ISorobanServer server, DemoAccount issuer, ContractId usdc) : IFaucet
{
    /// <summary>What a visitor gets, in stroops of USDC: enough to see a gain, too little to move the vault's price.</summary>
    public const long Gift = 2_500 * One;

    private const long One = 10_000_000;
    private const long StartingXlm = 10_000 * One;

    /// <inheritdoc/>
    public async Task FundAsync(AccountId account, CancellationToken cancel)
    {
        if (network.Latest.State.FindAccount(account) is null)
        {
            await network.FundAsync(account, StartingXlm, cancel);
        }
    }

    /// <inheritdoc/>
    public async Task GiveUsdcAsync(AccountId account, CancellationToken cancel)
    {
        var (token, address) = (new TokenClient(usdc), SCAddress.From(account));
        if (await server.ReadAsync(token.Balance(address), cancel) < Gift)
        {
            try
            {
                await issuer.CallAsync(token.Mint(address, Gift), cancel);
            }
            catch (DemoFaultException e)
            {
                throw new InvalidOperationException(e.Message, e);
            }
        }
    }
}
