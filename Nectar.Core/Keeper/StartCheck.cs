using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Asks the chain, before a keeper starts, whether it is the right one and has what the keeper will call.</summary>
public static class StartCheck
{
    private static readonly string[] registry = ["clearance", "get_config"];
    private static readonly string[] vault = ["get_state", "get_config", "get_keeper_record", "liquidate", "draw", "return_proceeds"];
    private static readonly string[] pool = ["new_auction", "submit", "submit_with_allowance", "get_auction", "get_positions"];
    private static readonly string[] exchange =
        ["router_get_amounts_out", "router_get_amounts_in", "swap_exact_tokens_for_tokens", "swap_tokens_for_exact_tokens"];

    /// <summary>Everything that is wrong, each with the variable to mend; empty where nothing is.</summary>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    public static async Task<IReadOnlyList<ConfigurationFault>> RunAsync(
        ISorobanServer server, Network network, KeeperOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<ConfigurationFault>();
        var passphrase = (await server.GetNetworkAsync(cancel).ConfigureAwait(false)).ValueOrThrow().Passphrase;
        if (passphrase != network.Passphrase)
        {
            faults.Add(new("NETWORK_PASSPHRASE", network.Passphrase, $"must be the one of the network that SOROBAN_RPC serves, '{passphrase}'"));
        }

        var account = new LedgerKey.Account(new LedgerKeyAccount(PublicKey.From(options.Account)));
        if ((await LedgerKeysAsync(server, [account], cancel).ConfigureAwait(false)).Count == 0)
        {
            faults.Add(new("KEEPER_SECRET", options.Account.ToString(), "must be the key of an account that exists on this network, to pay fees from"));
        }

        await CheckAsync("REGISTRY_CONTRACT", options.Registry, registry).ConfigureAwait(false);
        await CheckAsync("VAULT_CONTRACT", options.Vault, vault).ConfigureAwait(false);
        await CheckAsync("BLEND_POOL", options.Pool, pool).ConfigureAwait(false);
        await CheckAsync("EXCHANGE_CONTRACT", options.Exchange, exchange).ConfigureAwait(false);
        return faults;

        async Task CheckAsync(string variable, ContractId? contract, string[] functions)
        {
            if (contract is not { } id)
            {
                return;
            }

            if (await FunctionsAsync(server, id, cancel).ConfigureAwait(false) is not { } found)
            {
                faults.Add(new(variable, id.ToString(), "must be a contract on this network"));
            }
            else if (functions.Except(found).ToList() is { Count: > 0 } missing)
            {
                faults.Add(new(variable, id.ToString(), $"must have {string.Join(", ", missing)}"));
            }
        }
    }

    /// <summary>What a contract can be called by; null where there is none.</summary>
    private static async Task<HashSet<string>?> FunctionsAsync(ISorobanServer server, ContractId contract, CancellationToken cancel)
    {
        var instance = new LedgerKey.ContractData(new LedgerKeyContractData(
            SCAddress.From(contract), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));
        if (await LedgerKeysAsync(server, [instance], cancel).ConfigureAwait(false) is not
            [{ Data: LedgerEntryData.ContractData({ Val: SCVal.ContractInstance({ Executable: ContractExecutable.Wasm(var hash) }) }) }])
        {
            return null;
        }

        var code = new LedgerKey.ContractCode(new LedgerKeyContractCode(hash));
        return await LedgerKeysAsync(server, [code], cancel).ConfigureAwait(false) is [{ Data: LedgerEntryData.ContractCode(var entry) }]
            ? WasmExports.Read(entry.Code.Span)
            : null;
    }

    private static async Task<IReadOnlyList<LedgerEntryResult>> LedgerKeysAsync(ISorobanServer server, IReadOnlyList<LedgerKey> keys, CancellationToken cancel) =>
        (await server.GetLedgerEntriesAsync(keys, cancel).ConfigureAwait(false)).ValueOrThrow().Entries;
}
