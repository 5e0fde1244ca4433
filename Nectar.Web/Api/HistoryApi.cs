using System.Globalization;
using System.Text;
using System.Text.Json;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>
/// <c>GET /api/history.csv?account=G…</c>: a depositor's deposits, withdrawals and receipts, every digit; <c>/api/history.json</c>: the same with
/// the vault and the ledger, so that somebody else can check each against its transaction.
/// </summary>
internal static class HistoryApi
{
    private static readonly JsonSerializerOptions written = new() { WriteIndented = true };

    public static void MapHistoryApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/history.csv", (string? account, VaultHistory history, VaultWatch watch) =>
            Read(account, history, watch, (statement, _, _) => TypedResults.Text(Write(statement), "text/csv; charset=utf-8")));
        routes.MapGet("/api/history.json", (string? account, VaultHistory history, VaultWatch watch, NetworkStart start) =>
            Read(account, history, watch, (statement, address, ledger) => TypedResults.Json(ToJson(statement, address, ledger, start.Network?.Vault), written)));
    }

    private static IResult Read(string? account, VaultHistory history, VaultWatch watch, Func<Statement, SCAddress, LedgerNumber, IResult> write)
    {
        var (address, problem) = AskedAddress.Read(account);
        if (address is null)
        {
            return TypedResults.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        var picture = watch.Read().ValueOrDefault;
        return (history.Gap ?? (picture is null ? "the vault is not read yet" : null)) is { } gap
            ? TypedResults.Text(gap, statusCode: StatusCodes.Status503ServiceUnavailable)
            : write(Statements.Of(history.Moments, address, picture!.Ledger), address, picture.Ledger);
    }

    // Amounts are text in USDC with all 7 decimals, shares with all 13: many programs read numbers as floating point.
    private static object ToJson(Statement statement, SCAddress address, LedgerNumber ledger, ContractId? vault) => new
    {
        account = address.ToString(),
        vault = vault?.ToString(),
        ledger = ledger.Value,
        profit = statement.Profit.ToString(),
        paidIn = statement.PaidIn.ToString(),
        takenOut = statement.TakenOut.ToString(),
        value = statement.Value.ToString(),
        shares = statement.Shares.ToString(),
        receipts = statement.Receipts.Select(r => new { ledger = r.Moment.Ledger.Value, at = r.Moment.At, transaction = r.Moment.Hash.ToString(), gain = r.Gain.ToString() }),
        moves = statement.Moves.Select(m => new { ledger = m.Ledger.Value, at = m.At, transaction = m.Hash.ToString(), kind = KindOf(m), usdc = AmountOf(m).ToString(), shares = SharesOf(m)?.ToString() }),
        parts = new { earlier = statement.Earlier.ToString(), entries = statement.Entries.ToString(), others = statement.Others.ToString(), losses = statement.Losses.ToString() },
    };

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
