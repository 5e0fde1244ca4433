namespace Nectar.Web.Api;

/// <summary>What a keeper has done; profit in stroops, its fee included.</summary>
internal sealed record KeeperStatsAnswer(string Name, string Address, long Liquidations, Int128 TotalProfit);
