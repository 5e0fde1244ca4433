using Nectar.Core.Contracts.Oracle;

namespace Nectar.Web.Advices;

/// <summary>The price feed's refusals in words.</summary>
internal static class OracleSayings
{
    private const string Owner = "Only the feed's owner can act on it.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<OracleError, Saying>
    {
        [OracleError.PriceNotPositive] = new("A price must be above 0.", Owner),
        [OracleError.PriceTooHigh] = new("A price is too high to be reckoned with.", Owner),
        [OracleError.TimestampInFuture] = new("A price's time lies after the ledger's.", Owner),
        [OracleError.LengthsDiffer] = new("There are not as many prices as assets.", Owner),
        [OracleError.TooManyAssets] = new("The feed has as many assets as it may.", Owner),
        [OracleError.DecimalsTooHigh] = new("The feed's decimals are out of their bounds.", Owner),
        [OracleError.ResolutionOutOfRange] = new("The feed's resolution is out of its bounds.", Owner),
        [OracleError.RenounceRefused] = new("The feed always needs an owner.", Owner),
        [OracleError.UpgradeNotProposed] = new("No upgrade is proposed.", Owner),
        [OracleError.UpgradeTooEarly] = new("The delay of the proposed upgrade has not passed.", Owner),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
