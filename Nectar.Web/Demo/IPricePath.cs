namespace Nectar.Web.Demo;

/// <summary>What prices the feeds are told, round by round. Pure: the same place and round give the same price.</summary>
internal interface IPricePath
{
    /// <summary>The price that the market trades at, with 7 decimals.</summary>
    long MarketPriceE7(int asset, uint round);

    /// <summary>The price that the pool's feed tells, with 7 decimals.</summary>
    long PoolPriceE7(int asset, uint round);
}
