using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Advices;

/// <summary>The network's result codes in words.</summary>
internal static class ResultSayings
{
    private const string Again = "Prepare it again: a new transaction is built with fresh figures.";
    private const string Quote = "Copy the diagnostics and quote them to whoever runs this site.";

    /// <summary>By the transaction's code.</summary>
    public static IReadOnlyDictionary<TransactionResultCode, Saying> Transaction { get; } = new Dictionary<TransactionResultCode, Saying>
    {
        [TransactionResultCode.TxFeeBumpInnerSuccess] = new("The transaction succeeded inside a fee bump.", "Nothing needs to be done."),
        [TransactionResultCode.TxSuccess] = new("The transaction succeeded.", "Nothing needs to be done."),
        [TransactionResultCode.TxFailed] = new("The transaction is in a ledger and its operation failed; only its fee was paid.", Again),
        [TransactionResultCode.TxTooEarly] = new("The transaction is not valid yet.", "Check the clock of this computer, then prepare it again."),
        [TransactionResultCode.TxTooLate] = new("The transaction came after its last ledger.", Again),
        [TransactionResultCode.TxMissingOperation] = new("The transaction does nothing.", Quote),
        [TransactionResultCode.TxBadSeq] = new("The account sent something else meanwhile, so that this transaction's number is used up.", Again),
        [TransactionResultCode.TxBadAuth] = new("The signature is not the account's, or is for another network.", "Check the wallet's account and network, then sign again."),
        [TransactionResultCode.TxInsufficientBalance] = new("The fee would bring the account below its reserve of XLM.", "Add XLM to the account."),
        [TransactionResultCode.TxNoAccount] = new("The account does not exist on this network.", "Fund it with XLM first."),
        [TransactionResultCode.TxInsufficientFee] = new("The fee offered is too low at the moment.", Again),
        [TransactionResultCode.TxBadAuthExtra] = new("The transaction has a signature too many.", "Sign with the connected account alone."),
        [TransactionResultCode.TxInternalError] = new("The network met an error of its own.", Again),
        [TransactionResultCode.TxNotSupported] = new("The network does not support this kind of transaction.", Quote),
        [TransactionResultCode.TxFeeBumpInnerFailed] = new("The transaction inside a fee bump failed.", Again),
        [TransactionResultCode.TxBadSponsorship] = new("A sponsorship was not confirmed.", Quote),
        [TransactionResultCode.TxBadMinSeqAgeOrGap] = new("The account's number is too young for this transaction.", Again),
        [TransactionResultCode.TxMalformed] = new("The transaction is not well formed.", Quote),
        [TransactionResultCode.TxSorobanInvalid] = new("The transaction's resources do not fit the network's rules.", Again),
        [TransactionResultCode.TxFrozenKeyAccessed] = new("The transaction touches an entry that the network has frozen.", Quote),
    };

    /// <summary>By the contract call's own code, where it is more telling than the transaction's.</summary>
    public static IReadOnlyDictionary<InvokeHostFunctionResultCode, Saying> Call { get; } = new Dictionary<InvokeHostFunctionResultCode, Saying>
    {
        [InvokeHostFunctionResultCode.Success] = new("The call succeeded.", "Nothing needs to be done."),
        [InvokeHostFunctionResultCode.Malformed] = new("The call is not well formed.", Quote),
        [InvokeHostFunctionResultCode.Trapped] = new("The contract refused the call in its ledger.", Again),
        [InvokeHostFunctionResultCode.ResourceLimitExceeded] = new("Somebody's transaction came in between and made the call dearer than was declared.", Again),
        [InvokeHostFunctionResultCode.EntryArchived] = new("A ledger entry that the call needs was archived meanwhile.", "Prepare it again: it is restored first."),
        [InvokeHostFunctionResultCode.InsufficientRefundableFee] = new("The part of the fee for rent and events did not suffice.", Again),
    };

    /// <summary>By the operation's code, where it never came to the operation itself.</summary>
    public static IReadOnlyDictionary<OperationResultCode, Saying> Operation { get; } = new Dictionary<OperationResultCode, Saying>
    {
        [OperationResultCode.OpInner] = new("The operation was tried.", "Its own result says what came of it."),
        [OperationResultCode.OpBadAuth] = new("The operation lacks a signature of its account.", "Check the wallet's account, then sign again."),
        [OperationResultCode.OpNoAccount] = new("The operation's account does not exist on this network.", "Fund it with XLM first."),
        [OperationResultCode.OpNotSupported] = new("The network does not support this operation.", Quote),
        [OperationResultCode.OpTooManySubentries] = new("The account has as many entries as it may have.", "Remove a trust line or an offer, then prepare it again."),
        [OperationResultCode.OpExceededWorkLimit] = new("The operation took more work than the network allows.", Again),
        [OperationResultCode.OpTooManySponsoring] = new("The account sponsors as much as it may.", Quote),
    };

    /// <summary>By the restoration's own code.</summary>
    public static IReadOnlyDictionary<RestoreFootprintResultCode, Saying> Restore { get; } = new Dictionary<RestoreFootprintResultCode, Saying>
    {
        [RestoreFootprintResultCode.Success] = new("The archived entries are restored.", "Go on with what you asked for."),
        [RestoreFootprintResultCode.Malformed] = new("The restoration is not well formed.", Quote),
        [RestoreFootprintResultCode.ResourceLimitExceeded] = new("Restoring the entries takes more than was declared.", Again),
        [RestoreFootprintResultCode.InsufficientRefundableFee] = new("The part of the fee for rent did not suffice to restore the entries.", Again),
    };

    /// <summary>By the trust line's own code.</summary>
    public static IReadOnlyDictionary<ChangeTrustResultCode, Saying> Trust { get; } = new Dictionary<ChangeTrustResultCode, Saying>
    {
        [ChangeTrustResultCode.Success] = new("The trust line is there.", "Nothing needs to be done."),
        [ChangeTrustResultCode.Malformed] = new("The trust line is not well formed.", Quote),
        [ChangeTrustResultCode.NoIssuer] = new("The asset's issuer does not exist on this network.", "Check the wallet's network."),
        [ChangeTrustResultCode.InvalidLimit] = new("The limit is below what the account holds.", Quote),
        [ChangeTrustResultCode.LowReserve] = new("The account's XLM does not cover the reserve of a trust line.", "Add at least 1 XLM to the account."),
        [ChangeTrustResultCode.SelfNotAllowed] = new("An issuer needs no trust line for its own asset.", "Use another account."),
        [ChangeTrustResultCode.TrustLineMissing] = new("A trust line of the pool's assets is missing.", Quote),
        [ChangeTrustResultCode.CannotDelete] = new("The trust line is still in use.", Quote),
        [ChangeTrustResultCode.NotAuthMaintainLiabilities] = new("The issuer does not let the account hold offers in the asset.", Quote),
    };
}
