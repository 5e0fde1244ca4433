namespace Nectar.Tests.Web.Api;

/// <summary>
/// What the first Nectar's pages read, field by field, in <see cref="JsonShape"/>'s words, with what it got wrong mended:
/// lists are never null. <c>state.liquidations</c> is what its README and its end-to-end script asked for and it had not.
/// </summary>
internal static class OriginalShapes
{
    /// <summary><c>GET /api/state</c>.</summary>
    public const string State = $$"""
        {
          "keepers": [{ "name": "text", "address": "address", "active": "boolean" }],
          "positions": [{ "address": "address", "hf": "number" }],
          "events": ["text"],
          "vault": {{Vault}},
          "depositors": {{Depositors}},
          "liquidations": {{Liquidations}}
        }
        """;

    /// <summary><c>GET /api/performance</c>.</summary>
    public const string Performance = $$"""
        {
          "vault": {{Vault}},
          "depositors": {{Depositors}},
          "keeper_stats": { "*": { "name": "text", "address": "address", "liquidations": "whole", "total_profit": "whole" } },
          "liquidations": {{Liquidations}}
        }
        """;

    /// <summary>The data of a frame of <c>GET /api/events</c>.</summary>
    public const string Event = """{ "msg": "text" }""";

    // Null until it has been read, in the first Nectar as here.
    private const string Vault = """{ "?": { "total_usdc": "whole", "total_shares": "whole", "total_profit": "whole", "active_liq": "whole" } }""";

    // The first Nectar's gain was always 0; here it is null where not all that was paid in is known.
    private const string Depositors = """[{ "address": "address", "shares": "whole", "usdc_value": "whole", "pnl_pct": "number?" }]""";

    private const string Liquidations = """
        [{ "user": "address", "block": "whole", "drew": "whole", "proceeds": "whole", "response_time_ms": "whole", "ts": "time" }]
        """;
}
