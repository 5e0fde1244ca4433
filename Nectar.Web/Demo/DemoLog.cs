namespace Nectar.Web.Demo;

/// <summary>What operators read of the simulated market.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(700, LogLevel.Information, "The simulated market is up: seed {Seed}, {LedgersPerSecond} ledgers a second, {Borrowers} borrowers, pool {Pool}, vault {Vault}")]
    public static partial void Started(ILogger logger, ulong seed, uint ledgersPerSecond, int borrowers, string pool, string vault);

    [LoggerMessage(701, LogLevel.Information, "Slot {Slot} of the market: {Scene} of {Asset}")]
    public static partial void Slot(ILogger logger, uint slot, MarketScene scene, string asset);

    [LoggerMessage(702, LogLevel.Warning, "The market left something out in round {Round}: {Reason}")]
    public static partial void LeftOut(ILogger logger, uint round, string reason);

    [LoggerMessage(703, LogLevel.Debug, "{Borrower}: {Plan}")]
    public static partial void Borrowing(ILogger logger, string borrower, BorrowerPlan plan);
}
