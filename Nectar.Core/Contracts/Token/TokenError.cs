namespace Nectar.Core.Contracts.Token;

/// <summary>The refusals of a Stellar asset's contract, by number (soroban-env-host, <c>ContractError</c>).</summary>
public enum TokenError
{
    /// <summary>The asset does not allow this, like minting XLM.</summary>
    OperationNotSupported = 2,

    /// <summary>The contract is there already.</summary>
    AlreadyInitialized = 3,

    /// <summary>Not the caller's to do.</summary>
    Unauthorized = 4,

    /// <summary>A signature is missing or wrong.</summary>
    Authentication = 5,

    /// <summary>The account does not exist.</summary>
    AccountMissing = 6,

    /// <summary>Not a classic account.</summary>
    AccountIsNotClassic = 7,

    /// <summary>An amount below zero.</summary>
    NegativeAmount = 8,

    /// <summary>The allowance does not suffice or has ended.</summary>
    Allowance = 9,

    /// <summary>The balance does not suffice, or would be more than fits.</summary>
    Balance = 10,

    /// <summary>The issuer has withdrawn its authorization of the balance.</summary>
    BalanceDeauthorized = 11,

    /// <summary>A number left its range.</summary>
    Overflow = 12,

    /// <summary>The account has no trust line for the asset.</summary>
    TrustlineMissing = 13,

    /// <summary>The account's XLM does not cover the reserve of another entry.</summary>
    InsufficientAccountReserve = 14,

    /// <summary>The account has as many entries as it may.</summary>
    TooManyAccountSubentries = 15,
}
