using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Web.Wallet;

/// <summary>Reads what an address has, in one request and so of one ledger.</summary>
public sealed class HoldingsReader
{
    private VaultToken? token;

    /// <summary>Reads it.</summary>
    /// <exception cref="XdrException">There is no vault.</exception>
    public async Task<Holdings> ReadAsync(NetworkInUse network, SCAddress address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(network);
        var asset = await TokenAsync(network, cancel);
        var vault = new VaultStorage(network.Vault);
        var account = address is SCAddress.Account(var key) ? key.ToAccountId() : (AccountId?)null;
        var keys = new List<LedgerKey> { vault.Instance, vault.Balance(address), vault.Cooldown(address) };
        if (account is { } classic)
        {
            keys.AddRange([new LedgerKey.Account(new LedgerKeyAccount(PublicKey.From(classic))), asset.TrustlineOf(classic)]);
        }

        var batch = await network.Server.ReadEntriesAsync(keys, cancel);
        var found = account is null ? null : batch.Entries.Values.OfType<LedgerEntryData.Account>().FirstOrDefault()?.Value;
        var line = account is null ? null : batch.Entries.Values.OfType<LedgerEntryData.Trustline>().FirstOrDefault()?.Value;
        return new Holdings(
            batch.Ledger,
            Exists: account is null || found is not null,
            found?.Balance,
            HasTrustline: account is null || line is not null,
            line is null ? null : new Usdc(line.Balance),
            vault.ReadBalance(batch, address),
            vault.ReadCooldown(batch, address),
            vault.ReadBooks(batch),
            vault.ReadConfig(batch));
    }

    /// <summary>The asset that the vault takes; asked for once, since it never changes.</summary>
    public async Task<VaultToken> TokenAsync(NetworkInUse network, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (token is null)
        {
            var vault = new VaultStorage(network.Vault);
            var contract = vault.ReadUsdc(await network.Server.ReadEntriesAsync([vault.Instance], cancel));
            var name = await network.Server.ReadAsync(new TokenClient(contract).Name(), cancel);
            token = new VaultToken(contract, Asset.ParseCanonical(name.ToString()));
        }

        return token;
    }
}
