using Nectar.Core.Contracts.Token;

namespace Nectar.Web.Advices;

/// <summary>A Stellar asset's refusals in words; Blend's pool uses some of these numbers in the same sense.</summary>
internal static class TokenSayings
{
    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<TokenError, Saying>
    {
        [TokenError.OperationNotSupported] = new("The asset does not allow this.", "Use another asset or another way."),
        [TokenError.AlreadyInitialized] = new("The contract is set up already.", "Nothing needs to be done."),
        [TokenError.Unauthorized] = new("This is not the caller's to do.", "Sign with the account that owns it."),
        [TokenError.Authentication] = new("A signature is missing or wrong.", "Sign again with the connected account."),
        [TokenError.AccountMissing] = new("The account does not exist on this network.", "Fund it with XLM first."),
        [TokenError.AccountIsNotClassic] = new("The address is not a classic account.", "Use an account G…"),
        [TokenError.NegativeAmount] = new("The amount is below zero.", "Enter an amount above 0."),
        [TokenError.Allowance] = new("The allowance does not suffice or has ended.", "Approve again."),
        [TokenError.Balance] = new("The balance does not suffice.", "Enter less, or fund the account."),
        [TokenError.BalanceDeauthorized] = new("The issuer has frozen this balance.", "Ask the asset's issuer."),
        [TokenError.Overflow] = new("A number left its range.", "Enter a smaller amount."),
        [TokenError.TrustlineMissing] = new("The account has no trust line for the asset.", "Add the trust line, then try again."),
        [TokenError.InsufficientAccountReserve] = new("The account's XLM does not cover the reserve of another entry.", "Add at least 1 XLM to the account."),
        [TokenError.TooManyAccountSubentries] = new("The account has as many entries as it may.", "Remove a trust line or an offer."),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
