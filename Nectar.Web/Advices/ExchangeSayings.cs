using Nectar.Core.Contracts.Exchange;

namespace Nectar.Web.Advices;

/// <summary>The exchange's refusals in words.</summary>
internal static class ExchangeSayings
{
    private const string Keeper = "The keeper asks for a new quote and decides anew.";
    private const string Owner = "Only the exchange's owner can act on it.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<ExchangeError, Saying>
    {
        [ExchangeError.DeadlineExpired] = new("The trade's deadline has passed.", Keeper),
        [ExchangeError.AmountNotPositive] = new("An amount must be above 0.", Keeper),
        [ExchangeError.LimitNegative] = new("A limit must not be below 0.", Keeper),
        [ExchangeError.AmountTooLarge] = new("An amount of the trade is too large.", Keeper),
        [ExchangeError.PathLengthOutOfRange] = new("A path names 2 to 5 tokens.", Keeper),
        [ExchangeError.UnknownPair] = new("The exchange has no pair of these tokens.", Keeper),
        [ExchangeError.NoPrice] = new("The exchange's oracle has no price of a token.", Keeper),
        [ExchangeError.OutputIsZero] = new("The amount put in buys nothing.", Keeper),
        [ExchangeError.InsufficientOutputAmount] = new("The trade would bring less than its floor.", Keeper),
        [ExchangeError.ExcessiveInputAmount] = new("The trade would take more than its ceiling.", Keeper),
        [ExchangeError.TransferRefused] = new("The payer's transfer to the pair was refused.", Keeper),
        [ExchangeError.InventoryShort] = new("The pair holds less than it should pay out.", Keeper),
        [ExchangeError.PayoutRefused] = new("The token refused the payout, for instance for want of a trust line.", Keeper),
        [ExchangeError.PairExists] = new("There is a pair of these tokens already.", Owner),
        [ExchangeError.IdenticalTokens] = new("A pair needs two different tokens.", Owner),
        [ExchangeError.TokenUnreadable] = new("The address is no token that can be read.", Owner),
        [ExchangeError.TooManyPairs] = new("The exchange has as many pairs as it may.", Owner),
        [ExchangeError.SpreadOutOfRange] = new("The spread is out of its bounds.", Owner),
        [ExchangeError.SkewOutOfRange] = new("The skew is out of its bounds.", Owner),
        [ExchangeError.OracleUnreadable] = new("The address is no oracle.", Owner),
        [ExchangeError.RenounceRefused] = new("The exchange always needs an owner.", Owner),
        [ExchangeError.UpgradeNotProposed] = new("No upgrade is proposed.", Owner),
        [ExchangeError.UpgradeTooEarly] = new("The delay of the proposed upgrade has not passed.", Owner),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
