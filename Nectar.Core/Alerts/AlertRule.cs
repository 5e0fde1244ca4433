namespace Nectar.Core.Alerts;

/// <summary>What operators are told of without looking.</summary>
public enum AlertRule
{
    /// <summary>A keeper gave no sign for so many polls.</summary>
    KeeperDown,

    /// <summary>A breaker tripped.</summary>
    BreakerTripped,

    /// <summary>A step of a case failed or was reverted, or a case is stuck.</summary>
    CaseFailed,

    /// <summary>A keeper's XLM lasts for fewer races than this.</summary>
    XlmLow,

    /// <summary>Another keeper was first to fill.</summary>
    LiquidationLost,

    /// <summary>The vault booked a loss.</summary>
    LossBooked,

    /// <summary>Capital is out for longer than its draw allows, by so many ledgers.</summary>
    CapitalOverdue,

    /// <summary>Capital is out for more than so many ledgers, due or not.</summary>
    CapitalOut,

    /// <summary>Nothing could be read from the network for so many seconds.</summary>
    RpcDown,

    /// <summary>A position's health factor is below this, and no keeper here has a case of it.</summary>
    HealthLow,

    /// <summary>An asset's price is older than so many seconds, or there is none.</summary>
    PriceStale,
}
