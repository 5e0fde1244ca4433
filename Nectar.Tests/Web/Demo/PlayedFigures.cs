using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

/// <summary>What the contracts say of the vault, its keepers and the borrowers.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Keepers">The keepers, in the demo's order.</param>
/// <param name="Debts">What each borrower owes, in dTokens of USDC.</param>
internal sealed record PlayedFigures(VaultState Vault, IReadOnlyList<PlayedFigures.OfKeeper> Keepers, IReadOnlyList<Int128> Debts)
{
    public static async Task<PlayedFigures> ReadAsync(DemoNetwork demo)
    {
        var (vault, pool) = (new VaultClient(demo.Contracts.Vault), new PoolClient(demo.Contracts.Pool));
        var keepers = new List<OfKeeper>();
        foreach (var keeper in demo.People.Keepers)
        {
            keepers.Add(new OfKeeper(
                await demo.Server.ReadAsync(vault.GetKeeperRecord(keeper.Address), CancellationToken.None),
                (await demo.Server.ReadAsync(new RegistryClient(demo.Contracts.Registry).GetKeeper(keeper.Address), CancellationToken.None)).Stake,
                new Usdc(await demo.Server.ReadAsync(new TokenClient(demo.Contracts.Usdc).Balance(keeper.Address), CancellationToken.None)),
                demo.Network.Latest.State.FindAccount(keeper.Key.AccountId)!.Balance));
        }

        var debts = new List<Int128>();
        foreach (var borrower in demo.People.Borrowers)
        {
            debts.Add((await demo.Server.ReadAsync(pool.GetPositions(borrower.Address), CancellationToken.None)).Liabilities[0]);
        }

        return new PlayedFigures(await demo.Server.ReadAsync(vault.GetState(), CancellationToken.None), keepers, debts);
    }

    /// <summary>A keeper.</summary>
    /// <param name="Record">What the vault has of it.</param>
    /// <param name="Stake">Its stake.</param>
    /// <param name="Held">The USDC of its own.</param>
    /// <param name="Xlm">Its XLM, in stroops.</param>
    internal sealed record OfKeeper(KeeperRecord Record, Usdc Stake, Usdc Held, long Xlm);
}
