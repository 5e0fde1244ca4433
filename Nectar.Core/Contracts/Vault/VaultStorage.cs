using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>Where the vault keeps what it knows.</summary>
/// <param name="Vault">The vault.</param>
public sealed record VaultStorage(ContractId Vault)
{
    /// <summary>Books, settings, USDC and registry.</summary>
    public LedgerKey Instance => ContractEntry.Instance(Vault);

    /// <summary>A keeper's debt and history.</summary>
    public LedgerKey Keeper(SCAddress keeper) => ContractEntry.Persistent(Vault, SCVal.FromEnumCase("Keeper", ContractValue.Of(keeper)));

    /// <summary>A holder's shares.</summary>
    public LedgerKey Balance(SCAddress holder) => ContractEntry.Persistent(Vault, SCVal.FromEnumCase("Balance", ContractValue.Of(holder)));

    /// <summary>The ledger from which a user may withdraw; its entry ends with the cooldown.</summary>
    public LedgerKey Cooldown(SCAddress user) => ContractEntry.Temporary(Vault, SCVal.FromEnumCase("Cooldown", ContractValue.Of(user)));

    /// <summary>Whether plans may name a pool: there while it is listed.</summary>
    public LedgerKey PoolListing(ContractId pool) => ContractEntry.Persistent(Vault, SCVal.FromEnumCase("Pool", SCVal.FromAddress(pool)));

    /// <summary>Whether plans may name an exchange: there while it is listed.</summary>
    public LedgerKey ExchangeListing(ContractId exchange) =>
        ContractEntry.Persistent(Vault, SCVal.FromEnumCase("Exchange", SCVal.FromAddress(exchange)));

    /// <summary>How an asset's price is checked: there while it is listed.</summary>
    public LedgerKey AssetListing(ContractId asset) => ContractEntry.Persistent(Vault, SCVal.FromEnumCase("Asset", SCVal.FromAddress(asset)));

    /// <summary>Reads the books.</summary>
    /// <exception cref="XdrException">There is no vault at this address.</exception>
    public VaultBooks ReadBooks(EntryBatch batch) => VaultBooks.FromSCVal(batch.RequireInstance(Vault).Require("Books"));

    /// <summary>Reads the settings.</summary>
    /// <exception cref="XdrException">There is no vault at this address.</exception>
    public VaultConfig ReadConfig(EntryBatch batch) => VaultConfig.FromSCVal(batch.RequireInstance(Vault).Require("Config"));

    /// <summary>Reads which token it holds.</summary>
    /// <exception cref="XdrException">There is no vault at this address.</exception>
    public ContractId ReadUsdc(EntryBatch batch) => batch.RequireInstance(Vault).Require("Usdc").ToContractId();

    /// <summary>Reads which registry it asks.</summary>
    /// <exception cref="XdrException">There is no vault at this address.</exception>
    public ContractId ReadRegistry(EntryBatch batch) => batch.RequireInstance(Vault).Require("Registry").ToContractId();

    /// <summary>Reads a keeper's debt and history; all zero where it has none.</summary>
    public KeeperRecord ReadKeeper(EntryBatch batch, SCAddress keeper) =>
        batch.Find(Keeper(keeper)) is { } record ? KeeperRecord.FromSCVal(record) : KeeperRecord.None;

    /// <summary>Reads a holder's shares.</summary>
    public Shares ReadBalance(EntryBatch batch, SCAddress holder) => batch.Find(Balance(holder))?.ToShares() ?? Shares.Zero;

    /// <summary>Reads the ledger from which a user may withdraw; null without a cooldown.</summary>
    public LedgerNumber? ReadCooldown(EntryBatch batch, SCAddress user) => batch.Find(Cooldown(user))?.ToLedger();

    /// <summary>Reads an asset's listing; null where it is not listed.</summary>
    public AssetListing? ReadAssetListing(EntryBatch batch, ContractId asset) =>
        batch.Find(AssetListing(asset)) is { } listing ? Contracts.Vault.AssetListing.FromSCVal(listing) : null;
}
