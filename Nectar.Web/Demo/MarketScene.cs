namespace Nectar.Web.Demo;

/// <summary>What happens in a slot of the market.</summary>
internal enum MarketScene
{
    /// <summary>An asset falls enough to put one account under water.</summary>
    Dip,

    /// <summary>It falls further, and two auctions run at the same time: both keepers have something to win.</summary>
    DeepDip,

    /// <summary>Nothing falls: why nothing happens can be seen.</summary>
    Calm,

    /// <summary>While an auction runs, the pool's feed tells a price that nobody trades at, as on 22 February 2026: keepers
    /// must stop filling.</summary>
    Jump,
}
