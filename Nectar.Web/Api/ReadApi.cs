using System.Text.Json;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>
/// <c>GET /api/read/{function}?address=…</c>: asks the vault, for keepers the registry, for borrowers the pool, for XLM the account’s entry anew, and gives what came with contract, arguments and
/// ledger: what a figure on a page can be checked against.
/// </summary>
internal static class ReadApi
{
    private const uint KeepersPage = 50;
    private static readonly string[] ofAnAddress = ["position", "max_withdraw", "get_keeper_record", "get_keeper", "get_positions", "account"];
    private static readonly JsonSerializerOptions written = new() { WriteIndented = true };

    public static void MapReadApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/read/{function}", GetAsync);

    private static async Task<IResult> GetAsync(string function, string? address, NetworkStart start, CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return TypedResults.Text($"the network is not ready: {start.Doing}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var (asked, problem) = AskedAddress.Read(address);
        if (asked is null && ofAnAddress.Contains(function))
        {
            return TypedResults.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        var (vault, registry) = (new VaultClient(network.Vault), new RegistryClient(network.Registry));
        try
        {
            return function switch
            {
                "get_state" => await ReadAsync(network, vault.GetState(), v => v.ToSCVal(), cancel),
                "get_config" => await ReadAsync(network, vault.GetConfig(), v => v.ToSCVal(), cancel),
                "share_price" => await ReadAsync(network, vault.SharePrice(), SCVal.FromInt128, cancel),
                "position" => await ReadAsync(network, vault.Position(asked!), v => v.ToSCVal(), cancel),
                "max_withdraw" => await ReadAsync(network, vault.MaxWithdraw(asked!), v => SCVal.FromInt128(v.Stroops), cancel),
                "get_keeper_record" => await ReadAsync(network, vault.GetKeeperRecord(asked!), v => v.ToSCVal(), cancel),
                "get_keepers_page" => await ReadAsync(network, registry.GetKeepersPage(0, KeepersPage), page => SCVal.FromVec([.. page.Select(k => new SCVal.Address(k))]), cancel),
                "get_keeper" => await ReadAsync(network, registry.GetKeeper(asked!), v => v.ToSCVal(), cancel),
                "get_positions" when network.Pool is { } pool => await ReadAsync(network, new PoolClient(pool).GetPositions(asked!), v => v.ToSCVal(), cancel),
                "account" => await ReadAccountAsync(network, asked!, cancel),
                _ => TypedResults.Text($"'{Shown.Asked(function)}' is none of get_state, get_config, share_price, position, max_withdraw, get_keeper_record, get_keepers_page, get_keeper, get_positions, account", statusCode: StatusCodes.Status404NotFound),
            };
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException or XdrException)
        {
            return TypedResults.Text($"the network could not be asked: {e.Message}", statusCode: StatusCodes.Status502BadGateway);
        }
    }

    // A classic account has no contract: its entry is read by its key.
    private static async Task<IResult> ReadAccountAsync(NetworkInUse network, SCAddress address, CancellationToken cancel)
    {
        if (address is not SCAddress.Account(var account))
        {
            return TypedResults.Text($"{address} is a contract: only an account has an entry of its own", statusCode: StatusCodes.Status400BadRequest);
        }

        LedgerKey key = new LedgerKey.Account(new LedgerKeyAccount(account));
        var batch = await network.Server.ReadEntriesAsync([key], cancel);
        return batch.Entries.TryGetValue(key, out var entry)
            ? TypedResults.Json(
                new { key = JsonDocument.Parse(XdrCodec.ToJson(key)).RootElement, ledger = batch.Ledger.Value, value = JsonDocument.Parse(XdrCodec.ToJson(entry)).RootElement, xdr = entry.ToBase64() },
                written)
            : TypedResults.Text($"{address} does not exist in ledger {batch.Ledger}", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ReadAsync<T>(NetworkInUse network, ContractCall<T> call, Func<T, SCVal> write, CancellationToken cancel) =>
        await network.Server.SimulateAsync(call, null, cancel) switch
        {
            CallResult<T>.Answered(var value, var ledger) => TypedResults.Json(
                new
                {
                    contract = call.Contract.ToString(),
                    function = call.Function,
                    arguments = call.Arguments.Select(a => JsonDocument.Parse(XdrCodec.ToJson(a)).RootElement),
                    ledger = ledger.Value,
                    value = JsonDocument.Parse(XdrCodec.ToJson(write(value))).RootElement,
                    xdr = write(value).ToBase64(),
                },
                written),
            CallResult<T>.Refused(var type, var number, var detail) => TypedResults.Text($"refused with {type} {number}: {detail}", statusCode: StatusCodes.Status502BadGateway),
            _ => throw new InvalidOperationException("a third kind of result"),
        };
}
