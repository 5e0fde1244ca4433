using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.History;
using Nectar.Web.Api;
using Nectar.Web.History;

namespace Nectar.Tests.Web.Api;

public sealed class CsvTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_depositors_history_holds_every_move_and_receipt_and_its_parts_add_up_to_the_profit()
    {
        var statement = Statements.Of(OneProfit.Moments, OneProfit.Depositor, OneProfit.LedgerAt(TimeSpan.FromDays(20)));

        var rows = HistoryApi.Write(statement).TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToList();

        Assert.Equal(["ledger", "time", "kind", "usdc", "shares", "transaction"], rows[0]);
        Assert.Equal(["172810", "2026-12-04T12:00:00Z", "receipt", "0.9999999", "", Samples.Hash.ToString()], rows[1]);
        Assert.Equal(["10", "2026-11-24T12:00:00Z", "deposit", "100.0000000", "100.0000000000000", Samples.Hash.ToString()], rows[2]);
        var sums = rows[3..].ToDictionary(r => r[2], r => Usdc.Parse(r[3]));
        var receipts = rows.Where(r => r[2] == "receipt").Aggregate(Usdc.Zero, (sum, r) => sum + Usdc.Parse(r[3]));
        Assert.Equal(sums["profit"], receipts + sums["earlier"] + sums["entries"] + sums["others"] + sums["losses"]);
    }

    [Fact]
    public async Task The_depositors_go_out_with_every_digit()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();

        var text = await web.Http.GetStringAsync(new Uri("/api/depositors.csv", UriKind.Relative), Cancel);

        Assert.Equal($"address,shares,usdc_value,usdc_paid_in_less_taken_out\n{Samples.KeyOf(9).AccountId},1.0000000000000,1.0029667,1.0000000\n", text);
    }
}
