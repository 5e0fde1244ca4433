using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;

namespace Nectar.LocalNet.Http;

/// <summary>
/// Gives 10,000 XLM to whoever asks and has less: accounts, which it creates where there are none, and contracts, through the
/// asset contract of XLM. Its transaction is in a closed ledger when it answers.
/// </summary>
/// <param name="network">The network, whose root account gives.</param>
/// <param name="server">The network's RPC server.</param>
public sealed class Friendbot(LocalNetwork network, InProcessServer server)
{
    /// <summary>What everybody starts with, in stroops.</summary>
    public const long StartingBalance = 100_000_000_000;

    private readonly RootCall calls = new(network, server);

    /// <summary>Funds an account; null where it has enough.</summary>
    public async Task<ClosedTransaction?> FundAsync(AccountId account, CancellationToken cancel) =>
        network.Latest.State.FindAccount(account) is { Balance: >= StartingBalance }
            ? null
            : await network.FundAsync(account, StartingBalance, cancel).ConfigureAwait(false);

    /// <summary>Funds a contract, which need not exist yet.</summary>
    /// <returns>The transaction, which may have failed; or null, and why there is none.</returns>
    public async Task<(ClosedTransaction? Transaction, string Problem)> FundAsync(ContractId contract, CancellationToken cancel)
    {
        var coins = network.Network.ContractIdOf(Asset.Native.Instance);
        if (network.Latest.State.Find(InstanceOf(coins)) is null)
        {
            var deployed = await calls.MakeAsync(Operations.CreateAssetContract(Asset.Native.Instance), cancel).ConfigureAwait(false);
            if (deployed is not ({ Succeeded: true }, _))
            {
                return deployed;
            }
        }

        using var root = network.Network.RootKeyPair();
        var transfer = Operations.InvokeContract(
            coins, "transfer", SCVal.FromAddress(root.AccountId), SCVal.FromAddress(contract), SCVal.FromInt128(StartingBalance));
        return await calls.MakeAsync(transfer, cancel).ConfigureAwait(false);
    }

    private static LedgerKey.ContractData InstanceOf(ContractId contract) => new(new LedgerKeyContractData(
        SCAddress.From(contract), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));
}
