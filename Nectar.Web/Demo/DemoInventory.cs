using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Demo;

/// <summary>
/// Keeps the exchange's pairs within bounds: every liquidation sells collateral to one and takes USDC out of it. USDC that
/// runs low is issued, collateral that piles up goes back to its issuer, which ends it.
/// </summary>
/// <param name="server">The network.</param>
/// <param name="people">Issuer and owner of the exchange.</param>
/// <param name="contracts">Exchange and tokens.</param>
internal sealed class DemoInventory(ISorobanServer server, DemoPeople people, DemoContracts contracts)
{
    private const long One = 10_000_000;
    private const long FullUsdc = DemoDeployment.PairWorth * One;

    /// <summary>Looks after the pair of one collateral asset.</summary>
    /// <exception cref="DemoFaultException">The network did not take a step.</exception>
    public async Task RestockAsync(int asset, CancellationToken cancel)
    {
        var (token, exchange) = (contracts.Collateral[asset], new ExchangeClient(contracts.Exchange));
        var pair = SCAddress.From(await server.ReadAsync(exchange.RouterPairFor(token, contracts.Usdc), cancel));
        var usdc = await server.ReadAsync(new TokenClient(contracts.Usdc).Balance(pair), cancel);
        if (usdc < FullUsdc / 2)
        {
            await people.Issuer.CallAsync(new TokenClient(contracts.Usdc).Mint(pair, FullUsdc - usdc), cancel);
        }

        var full = DemoAsset.Collateral[asset].UnitsWorth(DemoDeployment.PairWorth);
        var units = await server.ReadAsync(new TokenClient(token).Balance(pair), cancel);
        if (units > 2 * full)
        {
            await people.Exchange.CallAsync(exchange.WithdrawInventory(token, contracts.Usdc, units - full, people.Issuer.Address), cancel);
        }
    }
}
