using System.Security.Cryptography;
using System.Text;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>
/// An account for whoever develops. Its key follows from the network's id and its number, so that it is the same in every run,
/// and no secret to anyone.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="SecretSeed">Its secret seed, which is worth nothing.</param>
public sealed record FundedAccount(AccountId Account, string SecretSeed)
{
    private const long StroopsPerXlm = 10_000_000;

    /// <summary>The account of a number.</summary>
    public static FundedAccount Of(Network network, int number)
    {
        ArgumentNullException.ThrowIfNull(network);
        byte[] preimage = [.. network.Id.Span, .. Encoding.ASCII.GetBytes($"account {number}")];
        using var key = KeyPair.FromRawSeed(SHA256.HashData(preimage));
        return new FundedAccount(key.AccountId, key.ExportSecretSeed());
    }

    /// <summary>Gives the first accounts what they lack; a network that was loaded may have them already.</summary>
    internal static async Task<IReadOnlyList<FundedAccount>> FundAsync(LocalNetwork network, int count, long xlm, CancellationToken cancel)
    {
        FundedAccount[] accounts = [.. Enumerable.Range(1, count).Select(number => Of(network.Network, number))];
        foreach (var account in accounts.Where(a => network.Latest.State.FindAccount(a.Account) is null))
        {
            await network.FundAsync(account.Account, xlm * StroopsPerXlm, cancel).ConfigureAwait(false);
        }

        return accounts;
    }
}
