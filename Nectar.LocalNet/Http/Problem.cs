using Microsoft.AspNetCore.Http;

namespace Nectar.LocalNet.Http;

/// <summary>An error as Horizon and friendbot tell it (RFC 7807).</summary>
/// <param name="Type">A URL that names the kind of error.</param>
/// <param name="Title">The kind of error in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with which value.</param>
/// <param name="Extras">More, for transactions that failed.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, ProblemExtras? Extras = null)
{
    private const string Types = "https://stellar.org/horizon-errors/";

    /// <summary>A value of the request is wrong.</summary>
    public static IResult BadRequest(string detail) => new Problem($"{Types}bad_request", "Bad Request", StatusCodes.Status400BadRequest, detail).ToResult();

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string detail) => new Problem($"{Types}not_found", "Resource Missing", StatusCodes.Status404NotFound, detail).ToResult();

    /// <summary>The network did not take a transaction, or it failed in a ledger.</summary>
    public static IResult TransactionFailed(string detail, ProblemExtras extras) =>
        new Problem($"{Types}transaction_failed", "Transaction Failed", StatusCodes.Status400BadRequest, detail, extras).ToResult();

    /// <summary>The network is busy.</summary>
    public static IResult TryAgainLater(string detail) =>
        new Problem($"{Types}server_over_capacity", "Server Over Capacity", StatusCodes.Status503ServiceUnavailable, detail).ToResult();

    private IResult ToResult() => Results.Json(this, HttpJson.Default.Problem, "application/problem+json", Status);
}
