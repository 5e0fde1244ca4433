using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>The contracts that one keeper deals with, and its account among them.</summary>
internal sealed class KeeperChain(ISorobanServer server, TransactionSender sender, KeeperOptions options, ContractId pool)
{
    private readonly Dictionary<ContractId, uint> decimals = [];
    private ContractId? usdc;
    private (LedgerNumber Ledger, VaultTerms Terms)? terms;
    private LedgerNumber seen;

    public ISorobanServer Server => server;

    public TransactionSender Sender => sender;

    public SCAddress Account { get; } = SCAddress.From(options.Account);

    public PoolClient Pool { get; } = new(pool);

    public VaultClient Vault { get; } = new(options.Vault);

    public ExchangeClient? Exchange { get; } = options.Exchange is { } exchange ? new ExchangeClient(exchange) : null;

    /// <summary>The token of vault and stakes, as the registry names it; it never changes.</summary>
    public async Task<ContractId> UsdcAsync(CancellationToken cancel) =>
        usdc ??= (await server.ReadAsync(new RegistryClient(options.Registry).GetConfig(), cancel).ConfigureAwait(false)).StakeToken;

    /// <summary>The vault's terms, asked once for a ledger and again after whatever we send.</summary>
    public async Task<VaultTerms> TermsAsync(LedgerNumber ledger, CancellationToken cancel)
    {
        if (terms is not { } known || known.Ledger != ledger)
        {
            terms = known = (ledger, await ReadTermsAsync(ledger, cancel).ConfigureAwait(false));
        }

        return known.Terms;
    }

    public void ForgetTerms() => terms = null;

    /// <summary>A transaction of ours is in this ledger: no balance of an earlier one counts any more.</summary>
    public void Saw(LedgerNumber ledger) => seen = seen < ledger ? ledger : seen;

    /// <summary>What the keeper's account holds; nothing where it has no trust line.</summary>
    /// <exception cref="RpcTransportException">The server is behind our own transactions: what it says would be given back, or sold twice.</exception>
    public async Task<AssetAmount> HeldAsync(ContractId asset, CancellationToken cancel)
    {
        var token = new TokenClient(asset);
        if (!decimals.TryGetValue(asset, out var places))
        {
            decimals[asset] = places = await server.ReadAsync(token.Decimals(), cancel).ConfigureAwait(false);
        }

        var held = await server.SimulateAsync(token.Balance(Account), null, cancel).ConfigureAwait(false);
        if (held is CallResult<Int128>.Answered(_, var ledger) && ledger < seen)
        {
            throw new RpcTransportException("simulateTransaction", $"the server is at ledger {ledger}, and our last transaction is in {seen}");
        }

        return new AssetAmount(asset, held is CallResult<Int128>.Answered(var amount, _) ? amount : 0, places);
    }

    /// <summary>The fee of a transaction in a ledger, in stroops of XLM, and the ledger; both 0 where the server no longer knows it.</summary>
    public async Task<(long Fee, LedgerNumber Ledger)> ChargedAsync(TransactionHash hash, CancellationToken cancel) =>
        await server.GetTransactionAsync(hash, cancel).ConfigureAwait(false) is RpcResult<GetTransactionResult>.Ok({ Result: { } result } found)
            ? (result.FeeCharged, found.Ledger ?? default)
            : (0, default);

    /// <summary>Reads the terms from the contracts' entries; what is not there may be archived, and is told by a call.</summary>
    private async Task<VaultTerms> ReadTermsAsync(LedgerNumber ledger, CancellationToken cancel)
    {
        var (vault, registry) = (new VaultStorage(options.Vault), new RegistryStorage(options.Registry));
        var batch = await server.ReadEntriesAsync(
            [vault.Instance, vault.Keeper(Account), registry.Instance, registry.Keeper(Account)], cancel).ConfigureAwait(false);
        if (batch.Ledger < ledger)
        {
            throw new RpcTransportException("getLedgerEntries", $"the server is at ledger {batch.Ledger}, and the pool was read at {ledger}");
        }

        return batch.Find(vault.Keeper(Account)) is not null && registry.ReadKeeper(batch, Account) is { } entry
            ? new VaultTerms(
                vault.ReadBooks(batch).StateAt(batch.Ledger),
                vault.ReadConfig(batch),
                vault.ReadKeeper(batch, Account),
                new Clearance(!entry.Slashed && !registry.ReadPaused(batch), entry.Stake))
            : await AskTermsAsync(cancel).ConfigureAwait(false);
    }

    private async Task<VaultTerms> AskTermsAsync(CancellationToken cancel) => new(
        await server.ReadAsync(Vault.GetState(), cancel).ConfigureAwait(false),
        await server.ReadAsync(Vault.GetConfig(), cancel).ConfigureAwait(false),
        await server.ReadAsync(Vault.GetKeeperRecord(Account), cancel).ConfigureAwait(false),
        await server.ReadAsync(new RegistryClient(options.Registry).Clearance(Account), cancel).ConfigureAwait(false));
}
