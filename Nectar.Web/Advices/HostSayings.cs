using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Advices;

/// <summary>What the Soroban host refuses by itself, in words.</summary>
internal static class HostSayings
{
    private const string Quote = "Copy the diagnostics and quote them to whoever runs this site.";
    private const string Retry = "Try again: somebody else's transaction may have come in between.";

    /// <summary>By the part of the host that refused; a contract's own numbers are told by <see cref="ContractAdvice"/>.</summary>
    public static IReadOnlyDictionary<SCErrorType, Saying> All { get; } = new Dictionary<SCErrorType, Saying>
    {
        [SCErrorType.Contract] = new("A contract refused with a number that is not known here.", Quote),
        [SCErrorType.WasmVm] = new("The contract's program trapped.", Quote),
        [SCErrorType.Context] = new("The call could not be run in this context.", Retry),
        [SCErrorType.Storage] = new("A ledger entry is missing, archived or outside the transaction's footprint.", Retry),
        [SCErrorType.Object] = new("A value of the call is not there.", Quote),
        [SCErrorType.Crypto] = new("A cryptographic check failed.", "Sign again with the connected account."),
        [SCErrorType.Events] = new("The contract's events could not be written.", Quote),
        [SCErrorType.Budget] = new("The call needs more resources than the transaction declared.", Retry),
        [SCErrorType.Value] = new("A value of the call has the wrong kind or range.", "Enter another amount."),
        [SCErrorType.Auth] = new("The call is not authorised by the account that it names.", "Sign with the account that is connected here."),
    };
}
