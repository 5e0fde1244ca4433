using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>
/// Gives 10,000 XLM to whoever asks and has less: accounts, which it creates where there are none, and contracts, through the
/// asset contract of XLM. Its transaction is in a closed ledger when it answers.
/// </summary>
/// <param name="network">The network, whose root account gives.</param>
public sealed class Friendbot(LocalNetwork network)
{
    /// <summary>What everybody starts with, in stroops.</summary>
    public const long StartingBalance = 100_000_000_000;

    /// <summary>Funds an account; null where it has enough.</summary>
    public async Task<ClosedTransaction?> FundAsync(AccountId account, CancellationToken cancel) =>
        network.Latest.State.FindAccount(account) is { Balance: >= StartingBalance }
            ? null
            : await network.FundAsync(account, StartingBalance, cancel).ConfigureAwait(false);
}
