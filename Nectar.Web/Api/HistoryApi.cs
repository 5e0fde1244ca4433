using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary><c>GET /api/history.csv?account=G…</c>: a depositor's deposits, withdrawals and receipts, every digit.</summary>
internal static class HistoryApi
{
    public static void MapHistoryApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/history.csv", Get);

    private static ContentHttpResult Get(string? account, VaultHistory history, VaultWatch watch)
    {
        var (address, problem) = AskedAddress.Read(account);
        if (address is null)
        {
            return TypedResults.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        if ((history.Gap ?? (watch.Read().ValueOrDefault is null ? "the vault is not read yet" : null)) is { } gap)
        {
            return TypedResults.Text(gap, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var statement = Statements.Of(history.Moments, address, watch.Read().ValueOrDefault!.Ledger);
        return TypedResults.Text(Write(statement), "text/csv; charset=utf-8");
    }

    /// <summary>The statement as CSV, newest first, with the sums that are no single event's at the end.</summary>
    public static string Write(Statement statement)
    {
        var text = new StringBuilder("ledger,time,kind,usdc,shares,transaction\n");
        var rows = statement.Moves.Select(m => (Moment: m, Kind: KindOf(m), Amount: AmountOf(m), Shares: SharesOf(m)))
            .Concat(statement.Receipts.Select(r => (Moment: r.Moment, Kind: "receipt", Amount: r.Gain, Shares: (Shares?)null)))
            .OrderByDescending(r => r.Moment.Ledger);
        foreach (var (moment, kind, amount, shares) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{moment.Ledger},{moment.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'},{kind},{amount},{shares},{moment.Hash}\n");
        }

        foreach (var (kind, amount) in new[] { ("earlier", statement.Earlier), ("entries", statement.Entries), ("others", statement.Others), ("losses", statement.Losses), ("profit", statement.Profit) })
        {
            text.Append(CultureInfo.InvariantCulture, $",,{kind},{amount},,\n");
        }

        return text.ToString();
    }

    private static string KindOf(VaultMoment moment) => moment.Happened is VaultEvent.Deposited ? "deposit" : "withdraw";

    private static Usdc AmountOf(VaultMoment moment) => moment.Happened switch
    {
        VaultEvent.Deposited e => e.Amount,
        VaultEvent.Withdrawn e => e.Amount,
        _ => Usdc.Zero,
    };

    private static Shares? SharesOf(VaultMoment moment) => moment.Happened switch
    {
        VaultEvent.Deposited e => e.Shares,
        VaultEvent.Withdrawn e => e.Shares,
        _ => null,
    };
}
