using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary><c>GET /api/depositors.csv</c>: the largest depositors, every digit.</summary>
internal static class DepositorsApi
{
    public static void MapDepositorsApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/depositors.csv", Get);

    private static ContentHttpResult Get(VaultWatch watch)
    {
        if (watch.Read().ValueOrDefault is not { } picture)
        {
            return TypedResults.Text("the vault is not read yet", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var text = new StringBuilder("address,shares,usdc_value,usdc_paid_in_less_taken_out\n");
        foreach (var d in picture.Depositors)
        {
            text.Append(CultureInfo.InvariantCulture, $"{d.Address},{d.Shares},{d.Value},{d.PaidIn}\n");
        }

        return TypedResults.Text(text.ToString(), "text/csv; charset=utf-8");
    }
}
