using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>
/// The few of Horizon's resources that wallets need to show balances and to send classic transactions. Everything else
/// is asked of JSON-RPC; lists of operations are empty.
/// </summary>
internal sealed class HorizonEndpoints(LocalNetServices services)
{
    // A form with one envelope: base64 of the largest transaction, percent-encoded.
    private const int MaxFormBytes = 1 << 20;
    private const int MaxPage = 200;
    private const int UsualPage = 10;

    private LocalNetwork Network => services.Network;

    /// <summary>Maps the resources.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", Root);
        endpoints.MapGet("/accounts/{id}", Account);
        endpoints.MapGet("/accounts/{id}/operations", (string id) => Results.Json(ResourcePage<string>.Of([]), HttpJson.Default.ResourcePageString));
        endpoints.MapGet("/ledgers", Ledgers);
        endpoints.MapGet("/fee_stats", (Delegate)FeeStatsAsync);
        endpoints.MapGet("/transactions/{hash}", Transaction);
        endpoints.MapPost("/transactions", (Delegate)SubmitAsync);
    }

    private IResult Root()
    {
        var latest = Network.Latest;
        var protocol = latest.Header.LedgerVersion;
        var version = Rpc.NetworkReading.Version(protocol);
        var root = new RootResource
        {
            HorizonVersion = version.Version,
            CoreVersion = version.CaptiveCoreVersion,
            IngestLatestLedger = latest.Sequence,
            HistoryLatestLedger = latest.Sequence,
            HistoryLatestLedgerClosedAt = HorizonText.Time(latest.CloseTime),
            HistoryElderLedger = Network.History.Oldest,
            CoreLatestLedger = latest.Sequence,
            NetworkPassphrase = Network.Network.Passphrase,
            CurrentProtocolVersion = protocol,
            SupportedProtocolVersion = protocol,
            CoreSupportedProtocolVersion = protocol,
        };
        return Results.Json(root, HttpJson.Default.RootResource);
    }

    private IResult Account(string id)
    {
        if (!StrKey.TryDecode(id, out var kind, out var key) || kind != StrKeyKind.AccountId)
        {
            return Problem.BadRequest($"account_id is {Rpc.Refusal.Shown(id)}; it must be the address of an account (G…)");
        }

        var latest = Network.Latest;
        return latest.State.Find(LedgerKeys.Account(new AccountId(key))) is { Data: LedgerEntryData.Account(var account) } entry
            ? Results.Json(AccountResource.Of(account, entry.LastModifiedLedgerSeq, latest, Network.History), HttpJson.Default.AccountResource)
            : Problem.NotFound($"there is no account {id}");
    }

    private IResult Ledgers(string? order, string? limit)
    {
        var count = UsualPage;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MaxPage))
        {
            return Problem.BadRequest($"limit is {Rpc.Refusal.Shown(limit)}; it must be from 1 to {MaxPage}");
        }

        var latest = Network.Latest.Sequence;
        var first = order == "desc" ? (uint)Math.Max(1, latest - count + 1L) : Network.History.Oldest;
        var ledgers = Network.History.From(first, count).Select(LedgerResource.Of);
        return Results.Json(ResourcePage<LedgerResource>.Of([.. order == "desc" ? ledgers.Reverse() : ledgers]), HttpJson.Default.ResourcePageLedgerResource);
    }

    private async Task<IResult> FeeStatsAsync(HttpContext http)
    {
        var stats = (await services.Server.GetFeeStatsAsync(http.RequestAborted).ConfigureAwait(false)).ValueOrThrow();
        return Results.Json(FeeStatsResource.Of(stats, Network.Latest.Header.BaseFee), HttpJson.Default.FeeStatsResource);
    }

    private IResult Transaction(string hash)
    {
        try
        {
            return Network.History.TryFind(TransactionHash.Parse(hash), out var closed)
                ? Results.Json(TransactionResource.Of(closed), HttpJson.Default.TransactionResource)
                : Problem.NotFound($"there is no transaction {hash} in the ledgers that are remembered");
        }
        catch (FormatException)
        {
            return Problem.BadRequest($"tx_id is {Rpc.Refusal.Shown(hash)}; it must be 64 hex digits");
        }
    }

    private async Task<IResult> SubmitAsync(HttpContext http)
    {
        var body = await BoundedBody.ReadAsync(http.Request, MaxFormBytes, http.RequestAborted).ConfigureAwait(false);
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body ?? []));
        var text = form.TryGetValue("tx", out var given) ? given.ToString() : http.Request.Query["tx"].ToString();
        TransactionEnvelope envelope;
        try
        {
            envelope = XdrCodec.FromBase64<TransactionEnvelope>(text);
        }
        catch (XdrException error)
        {
            return Problem.BadRequest($"tx is not a TransactionEnvelope in base64: {error.Message}");
        }

        switch (await Network.SubmitAsync(envelope, http.RequestAborted).ConfigureAwait(false))
        {
            case SubmitResult.Error(_, var result, _):
                return Problem.TransactionFailed("the network did not take the transaction", new ProblemExtras(text, result.ToBase64(), ResultCodes.Of(result)));
            case SubmitResult.TryAgainLater:
                return Problem.TryAgainLater("another transaction of the account waits for a ledger, or too many do");
            case var taken:
                return await OfIncludedAsync(taken.Hash, http.RequestAborted).ConfigureAwait(false);
        }
    }

    // Horizon answers when the transaction is in a ledger.
    private async Task<IResult> OfIncludedAsync(TransactionHash hash, CancellationToken cancel)
    {
        ClosedTransaction? closed;
        while (!Network.History.TryFind(hash, out closed))
        {
            await Network.WaitForLedgerAsync(Network.Latest.Sequence + 1, cancel).ConfigureAwait(false);
        }

        if (closed.Succeeded)
        {
            return Results.Json(TransactionResource.Of(closed), HttpJson.Default.TransactionResource);
        }

        var extras = new ProblemExtras(Convert.ToBase64String(closed.EnvelopeXdr.Span), Convert.ToBase64String(closed.ResultXdr.Span), ResultCodes.Of(closed.Result()));
        return Problem.TransactionFailed("the transaction is in a ledger and failed", extras);
    }
}
