using Microsoft.AspNetCore.Http;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Http.Horizon;

namespace Nectar.LocalNet.Http;

/// <summary>Friendbot over HTTP: <c>GET</c> or <c>POST</c> with <c>addr</c> in the query or in a form.</summary>
internal static class FriendbotEndpoint
{
    // A form with one address and whatever else a client may put into it.
    private const int MaxFormBytes = 4096;

    /// <summary>Answers one request.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, Friendbot friendbot)
    {
        var address = await ReadAddressAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        if (string.IsNullOrEmpty(address))
        {
            return Problem.BadRequest("addr is missing; it must be the address to fund (G… or C…)");
        }

        if (!StrKey.TryDecode(address, out var kind, out var payload))
        {
            return Problem.BadRequest($"addr is {Rpc.Refusal.Shown(address)}; it must be the address of an account (G…) or a contract (C…)");
        }

        switch (kind)
        {
            case StrKeyKind.AccountId:
                return await FundAsync(new AccountId(payload), friendbot, http.RequestAborted).ConfigureAwait(false);
            case StrKeyKind.Contract:
                var (transaction, problem) = await friendbot.FundAsync(new ContractId(payload), http.RequestAborted).ConfigureAwait(false);
                return transaction is null ? Problem.BadRequest(problem) : Told(transaction);
            default:
                return Problem.BadRequest($"addr is the address of a {kind}; it must be that of an account (G…) or a contract (C…)");
        }
    }

    private static async Task<IResult> FundAsync(AccountId account, Friendbot friendbot, CancellationToken cancel)
    {
        try
        {
            return await friendbot.FundAsync(account, cancel).ConfigureAwait(false) is { } funded
                ? Told(funded)
                : Problem.BadRequest($"account already funded to starting balance: createAccountAlreadyExist ({account})");
        }
        catch (InvalidOperationException error)
        {
            return Problem.BadRequest(error.Message);
        }
    }

    private static IResult Told(ClosedTransaction transaction)
    {
        if (transaction.Succeeded)
        {
            return Results.Json(TransactionResource.Of(transaction), HttpJson.Default.TransactionResource);
        }

        var extras = new ProblemExtras(
            Convert.ToBase64String(transaction.EnvelopeXdr.Span), Convert.ToBase64String(transaction.ResultXdr.Span), ResultCodes.Of(transaction.Result()));
        return Problem.TransactionFailed("the transaction failed in its ledger", extras);
    }

    private static async Task<string?> ReadAddressAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Query.TryGetValue("addr", out var given) || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return given;
        }

        if (await BoundedBody.ReadAsync(request, MaxFormBytes, cancel).ConfigureAwait(false) is not { } body)
        {
            return null;
        }

        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body));
        return form.TryGetValue("addr", out given) ? given.ToString() : null;
    }
}
