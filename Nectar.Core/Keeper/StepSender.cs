using System.Globalization;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Sends the transaction of a step, and writes down what is intended before it is signed and what is sent before it leaves.</summary>
internal sealed class StepSender(KeeperChain chain, CaseLog log, KeeperOptions options, KeeperControl control)
{
    private readonly HashSet<(Guid Case, CaseStep Step)> withheld = [];

    /// <summary>Sends; the case comes back as it was last written down, or as it would have left.</summary>
    /// <param name="stands">The case as it is until something leaves.</param>
    /// <param name="leaving">The case as it is from then on, but for its state.</param>
    /// <param name="step">Which step.</param>
    /// <param name="operation">What to send.</param>
    /// <param name="amount">The USDC that it moves or expects.</param>
    /// <param name="detail">What exactly, in words.</param>
    /// <param name="sent">The state from then on.</param>
    /// <param name="cancel">Ends it; what was sent by then is found by its hash.</param>
    public async Task<(LiquidationCase Stands, SendOutcome Outcome)> SendAsync(
        LiquidationCase stands, LiquidationCase leaving, CaseStep step, Operation operation, Usdc? amount, string detail, Func<SentTransaction, CaseState> sent, CancellationToken cancel)
    {
        // Capital that is out goes back also in a dry run: left out, it would cost the stake.
        if (control.Current.IsDryRun && !stands.HasCapitalOut)
        {
            return await RehearseAsync(stands, step, operation, amount, detail, cancel).ConfigureAwait(false);
        }

        withheld.Clear();
        // Saved while the network is asked what the step would do; nothing is sent before both lines are.
        var intended = log.TellAsync(new KeeperEvent.StepIntended(step, amount, detail), stands, cancel);
        chain.ForgetTerms();
        var request = new SendRequest
        {
            Operation = operation,
            FeeBudget = options.FeeBudget,
            BeforeSend = async (hash, lastLedger, stop) =>
            {
                await intended.ConfigureAwait(false);
                var state = sent(new SentTransaction(hash, lastLedger));
                leaving = await log.TellAsync(new KeeperEvent.StepSent(step, hash, lastLedger), leaving with { State = state }, stop).ConfigureAwait(false);
            },
        };
        SendOutcome outcome;
        try
        {
            outcome = await chain.Sender.SendAsync(request, cancel).ConfigureAwait(false);
        }
        finally
        {
            await intended.ConfigureAwait(false);
        }

        chain.ForgetTerms();
        Saw(outcome);
        return (leaving, outcome);
    }

    private async Task<(LiquidationCase Stands, SendOutcome Outcome)> RehearseAsync(
        LiquidationCase stands, CaseStep step, Operation operation, Usdc? amount, string detail, CancellationToken cancel)
    {
        var outcome = await chain.Sender.SendAsync(new SendRequest { Operation = operation, FeeBudget = options.FeeBudget, IsRehearsal = true }, cancel).ConfigureAwait(false);
        if (outcome is SendOutcome.Rehearsed(var fee) && withheld.Add((stands.Id, step)))
        {
            stands = await log.TellAsync(new KeeperEvent.StepWithheld(step, amount, detail, fee), stands, cancel).ConfigureAwait(false);
        }

        return (stands, outcome);
    }

    /// <summary>What is read and written down from now on is of the outcome's ledger or later.</summary>
    public void Saw(SendOutcome outcome)
    {
        if (outcome is SendOutcome.Included included)
        {
            chain.Saw(included.Ledger);
            log.Saw(included.Ledger);
        }
    }

    /// <summary>A step whose outcome is no success, to be written down.</summary>
    public static KeeperEvent.StepFailed Failed(CaseStep step, SendOutcome outcome) => new(step, Why(outcome), Code(outcome), Hash(outcome));

    /// <summary>An outcome that is no success, in words.</summary>
    public static string Why(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Rejected(SCErrorType.Contract, var number, _, _) => ContractRefusal.InWords(number),
        SendOutcome.Rejected(var type, var number, _, _) => string.Create(CultureInfo.InvariantCulture, $"the host refused it ({type} {(SCErrorCode)number})"),
        SendOutcome.Refused(var code, _, _) => $"the network refused it ({code})",
        SendOutcome.OverBudget(var needed, var budget) => string.Create(CultureInfo.InvariantCulture, $"it needs a fee of {needed:N0} stroops, {budget:N0} are allowed"),
        SendOutcome.Expired => "no ledger included it in time",
        SendOutcome.Unknown => "the network does not say what became of it",
        SendOutcome.Rehearsed => "a dry run sends nothing",
        SendOutcome.Included => "a restore of archived entries was included in its place",
        _ => outcome.ToString(),
    };

    /// <summary>The contract's number, where one refused.</summary>
    public static uint? Code(SendOutcome outcome) => outcome is SendOutcome.Rejected(SCErrorType.Contract, var number, _, _) ? number : null;

    /// <summary>The transaction, where one was included in a ledger.</summary>
    public static TransactionHash? Hash(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Rejected rejected => rejected.Hash,
        SendOutcome.Refused refused => refused.Hash,
        SendOutcome.Included included => included.Hash,
        _ => null,
    };
}
