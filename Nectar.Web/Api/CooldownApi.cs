using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Web.Api;

/// <summary><c>GET /api/cooldown.ics?account=G…</c>: the end of a cooldown as an entry of a calendar (RFC 5545).</summary>
internal static class CooldownApi
{
    public static void MapCooldownApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/cooldown.ics", GetAsync);

    private static async Task<IResult> GetAsync(string? account, HoldingsReader holdings, NetworkStart start, TimeProvider time, CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return TypedResults.Text($"the network is not ready: {start.Doing}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var (address, problem) = AskedAddress.Read(account);
        if (address is null)
        {
            return TypedResults.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var has = await holdings.ReadAsync(network, address, cancel);
            return Cooldown.Of(has, time.GetUtcNow(), network.LedgerTime) is Cooldown.Running running
                ? TypedResults.File(System.Text.Encoding.UTF8.GetBytes(Write(running, address, network, time.GetUtcNow())), "text/calendar; charset=utf-8", "nectar-cooldown.ics")
                : TypedResults.Text($"no cooldown runs for {address} in ledger {has.Ledger}: there is nothing to wait for", statusCode: StatusCodes.Status404NotFound);
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException or XdrException)
        {
            return TypedResults.Text($"the network could not be asked: {e.Message}", statusCode: StatusCodes.Status502BadGateway);
        }
    }

    /// <summary>The entry. The same cooldown has the same UID, so that a calendar that has it already moves it instead of doubling it.</summary>
    public static string Write(Cooldown.Running running, SCAddress address, NetworkInUse network, DateTimeOffset now)
    {
        var ends = new CalDateTime(running.About.UtcDateTime, "UTC");
        var entry = new CalendarEvent
        {
            Uid = $"cooldown-{running.Ends}-{address}-{network.Vault}",
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = ends,
            Duration = Duration.FromMinutes(15),
            Summary = "Nectar: the cooldown is over, USDC can be withdrawn",
            Description = $"From ledger {running.Ends} on {network.Label} the shares of {address} in the vault {network.Vault} can be redeemed.\n"
                + $"Reckoned at {now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {running.Left} ledgers before; the ledger is exact, the time is about right.",
        };
        entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(Duration.Zero) });
        var calendar = new Calendar { ProductId = "-//Nectar//Vault//EN" };
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
