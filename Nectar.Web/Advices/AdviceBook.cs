using Nectar.Core.Contracts.Calls;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Advices;

/// <summary>From every code that can reach a person to a sentence and a next action.</summary>
public static class AdviceBook
{
    /// <summary>A refusal of a contract or of the host.</summary>
    /// <param name="type">Who refused.</param>
    /// <param name="number">The number.</param>
    /// <param name="detail">The raw words, for diagnostics.</param>
    public static Advice Of(SCErrorType type, uint number, string? detail = null)
    {
        var saying = (type == SCErrorType.Contract ? ContractAdvice.Of(number) : null) ?? HostSayings.All[type];
        var code = type == SCErrorType.Contract ? $"contract error {number}" : $"host error {type}, {(SCErrorCode)number}";
        return new Advice(code, saying.Sentence, saying.Next) { Detail = detail };
    }

    /// <summary>A refusal that simulation showed.</summary>
    public static Advice Of(UnsignedTransaction.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return Of(refused.Type, refused.Number, refused.Detail);
    }

    /// <summary>A refusal in a ledger.</summary>
    public static Advice Of(SendOutcome.Rejected rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return Of(rejected.Type, rejected.Number, rejected.Detail);
    }

    /// <summary>A transaction that the network did not take, or failed by a rule of its own.</summary>
    public static Advice Of(SendOutcome.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return InnerOf(refused.Result) is var (code, saying) ? new Advice(code, saying.Sentence, saying.Next) : Of(refused.Code);
    }

    /// <summary>The transaction's own code.</summary>
    public static Advice Of(TransactionResultCode code)
    {
        var saying = ResultSayings.Transaction[code];
        return new Advice($"result {code}", saying.Sentence, saying.Next);
    }

    /// <summary>A wallet's code; one that SEP-43 does not know counts as the wallet's own error.</summary>
    public static Advice OfWallet(int code, string? message = null)
    {
        var saying = WalletSayings.All.TryGetValue(code, out var known) ? known : WalletSayings.All[WalletSayings.Internal];
        return new Advice($"wallet error {code}", saying.Sentence, saying.Next) { Detail = message };
    }

    /// <summary>The wallet did not answer in time.</summary>
    public static Advice WalletSilent { get; } = new("no answer from the wallet", WalletSayings.NoAnswer.Sentence, WalletSayings.NoAnswer.Next);

    /// <summary>The wallet signed something else, or as somebody else.</summary>
    public static Advice SignedElse { get; } = new("another signature", WalletSayings.SignedElse.Sentence, WalletSayings.SignedElse.Next);

    /// <summary>The network could not be asked.</summary>
    /// <param name="detail">What went wrong.</param>
    public static Advice NotReached(string detail) =>
        new("network not reached", "The network could not be asked.", "Try again in a moment; the strip above shows when the network answers.") { Detail = detail };

    private static (string Code, Saying Saying)? InnerOf(TransactionResult result) => result.Result switch
    {
        TransactionResultResult.TxFailed([OperationResult.OpInner(OperationResultTr.InvokeHostFunction(var call))]) =>
            ($"call result {call.Discriminant}", ResultSayings.Call[call.Discriminant]),
        TransactionResultResult.TxFailed([OperationResult.OpInner(OperationResultTr.ChangeTrust(var trust))]) =>
            ($"trust line result {trust.Discriminant}", ResultSayings.Trust[trust.Discriminant]),
        TransactionResultResult.TxFailed([OperationResult.OpInner(OperationResultTr.RestoreFootprint(var restore))]) =>
            ($"restoration result {restore.Discriminant}", ResultSayings.Restore[restore.Discriminant]),
        TransactionResultResult.TxFailed([{ Discriminant: not OperationResultCode.OpInner and var operation }]) =>
            ($"operation result {operation}", ResultSayings.Operation[operation]),
        _ => null,
    };
}
