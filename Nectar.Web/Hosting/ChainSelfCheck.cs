using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Hosting;

/// <summary>Asks the chain at start whether it is the network that was named, and whether each contract exists and has the functions that we call.</summary>
internal static class ChainSelfCheck
{
    /// <summary>Every fault found; none where all is well.</summary>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused the question.</exception>
    public static async Task<IReadOnlyList<ConfigurationFault>> RunAsync(
        ISorobanServer server, Network network, IReadOnlyList<ContractNeeds> needs, CancellationToken cancel)
    {
        var served = (await server.GetNetworkAsync(cancel)).ValueOrThrow().Passphrase;
        if (served != network.Passphrase)
        {
            // Its contracts would be other ones: nothing more to ask.
            return [new ConfigurationFault("NETWORK_PASSPHRASE", network.Passphrase, $"must be that of the server in SOROBAN_RPC, '{served}'")];
        }

        var faults = new List<ConfigurationFault>();
        foreach (var need in needs)
        {
            if (await JudgeAsync(server, need, cancel) is { } rule)
            {
                faults.Add(new ConfigurationFault(need.Variable, need.Contract.ToString(), rule));
            }
        }

        return faults;
    }

    private static async Task<string?> JudgeAsync(ISorobanServer server, ContractNeeds need, CancellationToken cancel)
    {
        var instanceKey = new LedgerKey.ContractData(new LedgerKeyContractData(
            SCAddress.From(need.Contract), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));
        if (await ReadAsync(server, instanceKey, cancel) is not LedgerEntryData.ContractData(var data))
        {
            return "must be a contract of this network; there is none at that address";
        }

        if (data.Val is not SCVal.ContractInstance({ Executable: ContractExecutable.Wasm(var hash) }))
        {
            return $"must be a contract with {string.Join(", ", need.Functions)}; this one is a token of the network's own";
        }

        if (await ReadAsync(server, new LedgerKey.ContractCode(new LedgerKeyContractCode(hash)), cancel) is not LedgerEntryData.ContractCode(var code))
        {
            return $"must be a contract whose code is on the chain; {hash} is archived or gone";
        }

        var missing = need.Functions.Except(WasmExports.Read(code.Code.Span)).ToList();
        return missing.Count == 0 ? null : $"must be a contract with {string.Join(", ", need.Functions)}; this one has no {string.Join(", ", missing)}";
    }

    private static async Task<LedgerEntryData?> ReadAsync(ISorobanServer server, LedgerKey key, CancellationToken cancel) =>
        (await server.GetLedgerEntriesAsync([key], cancel)).ValueOrThrow().Entries is [var entry, ..] ? entry.Data : null;
}
