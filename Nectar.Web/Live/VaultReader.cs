using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.History;

namespace Nectar.Web.Live;

/// <summary>Reads the vault's picture by the contracts' own views and, for keepers, their entries in one request; finds depositors in the vault's events.</summary>
internal sealed class VaultReader(DepositorBook book, VaultHistory history) : IVaultReader
{
    private const uint PageSize = 50;
    private const int MaxKeepers = 500;
    private const int MaxDepositors = 50;

    /// <inheritdoc/>
    public async Task<VaultPicture> ReadAsync(NetworkInUse network, CancellationToken cancel)
    {
        var vault = new VaultClient(network.Vault);
        try
        {
            if (await network.Server.SimulateAsync(vault.GetState(), null, cancel) is not CallResult<VaultState>.Answered(var state, var ledger))
            {
                throw new VaultReadException($"the vault {network.Vault} refuses get_state");
            }

            var (keepers, config) = await KeepersAsync(network, cancel);
            await book.ReadOnAsync(network, cancel);
            history.Check(ledger, state);
            return new VaultPicture(ledger, state, keepers, await DepositorsAsync(network, vault, cancel)) { Config = config };
        }
        catch (Exception e) when (e is InvalidOperationException or XdrException)
        {
            throw new VaultReadException($"vault {network.Vault} or registry {network.Registry}: {e.Message}", e);
        }
    }

    private static async Task<(IReadOnlyList<RegisteredKeeper> Keepers, VaultConfig Config)> KeepersAsync(NetworkInUse network, CancellationToken cancel)
    {
        var registry = new RegistryClient(network.Registry);
        var addresses = new List<SCAddress>();
        while (addresses.Count < MaxKeepers)
        {
            var page = await network.Server.ReadAsync(registry.GetKeepersPage((uint)addresses.Count, PageSize), cancel);
            addresses.AddRange(page);
            if (page.Count < PageSize)
            {
                break;
            }
        }

        var (entries, records) = (new RegistryStorage(network.Registry), new VaultStorage(network.Vault));
        var batch = await network.Server.ReadEntriesAsync(addresses.SelectMany(a => new[] { entries.Keeper(a), records.Keeper(a) }).Append(records.Instance), cancel);
        IReadOnlyList<RegisteredKeeper> keepers =
        [
            .. addresses
                .Select(a => (Address: a, Entry: entries.ReadKeeper(batch, a)))
                // Who left between the two readings has no entry any more.
                .Where(k => k.Entry is not null)
                .Select(k => new RegisteredKeeper(k.Address.ToString(), k.Entry!, records.ReadKeeper(batch, k.Address))),
        ];
        return (keepers, records.ReadConfig(batch));
    }

    // Positions cost a call each, so that only those whom the events show with the most shares are asked for.
    private async Task<IReadOnlyList<Depositor>> DepositorsAsync(NetworkInUse network, VaultClient vault, CancellationToken cancel)
    {
        var depositors = new List<Depositor>();
        foreach (var address in network.KnownDepositors.Concat(book.Largest(MaxDepositors)).Distinct())
        {
            var position = await network.Server.ReadAsync(vault.Position(SCAddress.Parse(address)), cancel);
            if (position.Shares.Units > 0)
            {
                depositors.Add(new Depositor(address, position.Shares, position.Value, book.PaidIn(address, position.Shares)));
            }
        }

        return [.. depositors.OrderByDescending(d => d.Shares)];
    }
}
