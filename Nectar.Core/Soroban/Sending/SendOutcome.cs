using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>How a send ended. There is no other way.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It is in a ledger and did what it says.</summary>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Ledger">The ledger.</param>
    /// <param name="Result">Its result, with the fee that was charged.</param>
    /// <param name="Meta">All that it changed, with return value and events.</param>
    public sealed record Included(TransactionHash Hash, LedgerNumber Ledger, TransactionResult Result, TransactionMeta Meta) : SendOutcome
    {
        /// <summary>What the contract returned; null where no contract was called.</summary>
        public SCVal? ReturnValue => Meta switch
        {
            TransactionMeta.V4(var meta) => meta.SorobanMeta?.ReturnValue,
            TransactionMeta.V3(var meta) => meta.SorobanMeta?.ReturnValue,
            _ => null,
        };

        /// <summary>What contracts told in it, in order.</summary>
        public IEnumerable<ContractEvent> ContractEvents => Meta switch
        {
            TransactionMeta.V4(var meta) => meta.Operations.SelectMany(o => o.Events),
            TransactionMeta.V3({ SorobanMeta: { } soroban }) => soroban.Events,
            _ => [],
        };
    }

    /// <summary>The contract, or the host on its behalf, said no: in simulation, or in a ledger.</summary>
    /// <param name="Type">Who said so: <see cref="SCErrorType.Contract"/> for a contract's own numbers.</param>
    /// <param name="Number">The contract's error number, or the host's <see cref="SCErrorCode"/>.</param>
    /// <param name="Detail">The host's words, for people.</param>
    /// <param name="Hash">The transaction, where one was included; null where simulation already failed.</param>
    public sealed record Rejected(SCErrorType Type, uint Number, string Detail, TransactionHash? Hash) : SendOutcome;

    /// <summary>The network did not take the transaction, or a rule of the network failed it in a ledger.</summary>
    /// <param name="Code">The transaction's code.</param>
    /// <param name="Result">The whole result, with the operation's own code where there is one.</param>
    /// <param name="Hash">The transaction.</param>
    public sealed record Refused(TransactionResultCode Code, TransactionResult Result, TransactionHash Hash) : SendOutcome;

    /// <summary>It would cost more than the caller allows. Nothing was sent, or what was sent was not taken.</summary>
    /// <param name="Needed">The least fee that would do, in stroops.</param>
    /// <param name="Budget">The fee allowed, in stroops.</param>
    public sealed record OverBudget(long Needed, long Budget) : SendOutcome;

    /// <summary>A rehearsal: it would have been sent, and was not.</summary>
    /// <param name="Fee">The fee that it offered, in stroops; of a restore that has to come first, that one's.</param>
    public sealed record Rehearsed(long Fee) : SendOutcome;

    /// <summary>Its last ledger has passed and it is in none: it never will be.</summary>
    /// <param name="Hash">The transaction.</param>
    public sealed record Expired(TransactionHash Hash) : SendOutcome;

    /// <summary>
    /// It may or may not be in a ledger, and the network could not be asked until its last ledger had passed. Nothing
    /// else may be sent in its place before <see cref="TransactionSender.ResolveAsync"/> says what became of it.
    /// </summary>
    /// <param name="Hash">The transaction.</param>
    /// <param name="LastLedger">The last ledger that may include it.</param>
    public sealed record Unknown(TransactionHash Hash, LedgerNumber LastLedger) : SendOutcome;
}
