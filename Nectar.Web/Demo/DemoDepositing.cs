using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>Lets depositors come and go.</summary>
/// <param name="server">The network.</param>
/// <param name="people">The depositors.</param>
/// <param name="contracts">Vault and USDC.</param>
internal sealed class DemoDepositing(ISorobanServer server, DemoPeople people, DemoContracts contracts)
{
    /// <summary>Deposits, or withdraws where the amount is negative, as far as pocket, position and idle capital go.</summary>
    /// <returns>What moved; null where nothing could.</returns>
    /// <exception cref="DemoFaultException">The network did not take it.</exception>
    public async Task<Usdc?> MoveAsync(int depositor, long stroops, CancellationToken cancel)
    {
        var account = people.Depositors[depositor];
        var vault = new VaultClient(contracts.Vault);
        if (stroops > 0)
        {
            var pocket = await server.ReadAsync(new TokenClient(contracts.Usdc).Balance(account.Address), cancel);
            if (pocket < stroops)
            {
                return null;
            }

            await account.CallAsync(vault.Deposit(account.Address, new Usdc(stroops)), cancel);
            return new Usdc(stroops);
        }

        var position = await server.ReadAsync(vault.Position(account.Address), cancel);
        var most = await server.ReadAsync(vault.MaxWithdraw(account.Address), cancel);
        if (most.Stroops < -stroops || position.Value.Stroops == 0)
        {
            return null;
        }

        var shares = new Shares(position.Shares.Units * -stroops / position.Value.Stroops);
        return await account.CallAsync(vault.Withdraw(account.Address, shares), cancel);
    }
}
