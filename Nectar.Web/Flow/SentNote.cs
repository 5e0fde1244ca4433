using System.Globalization;
using System.Text.Json;
using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>What is remembered of a transaction from before it is sent until its end is known: enough to ask for it after a reload.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Account">Whose.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="LastLedger">The last ledger that may include it.</param>
/// <param name="IsRestore">Whether it only restores archived entries.</param>
public sealed record SentNote(FlowOrder Order, AccountId Account, TransactionHash Hash, LedgerNumber LastLedger, bool IsRestore)
{
    private sealed record Text(string Kind, string Amount, string Account, string Hash, uint LastLedger, bool IsRestore);

    /// <summary>As text for the browser to keep.</summary>
    public string Write()
    {
        var (kind, amount) = Order switch
        {
            FlowOrder.Deposit d => ("deposit", d.Amount.Stroops),
            FlowOrder.Withdraw w => ("withdraw", w.Shares.Units),
            _ => ("trust", Int128.Zero),
        };
        return JsonSerializer.Serialize(new Text(
            kind, amount.ToString(CultureInfo.InvariantCulture), Account.ToString(), Hash.ToString(), LastLedger.Value, IsRestore));
    }

    /// <summary>Reads it; null where the text is none: a browser's storage may hold anything.</summary>
    public static SentNote? Read(string? text)
    {
        try
        {
            if (text is null || JsonSerializer.Deserialize<Text>(text) is not { Kind: not null, Amount: not null, Account: not null, Hash: not null } note
                || !Int128.TryParse(note.Amount, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            {
                return null;
            }

            FlowOrder? order = note.Kind switch
            {
                "deposit" => new FlowOrder.Deposit(new Usdc(amount)),
                "withdraw" => new FlowOrder.Withdraw(new Shares(amount)),
                "trust" => new FlowOrder.Trust(),
                _ => null,
            };
            return order is null
                ? null
                : new SentNote(order, AccountId.Parse(note.Account), TransactionHash.Parse(note.Hash), new LedgerNumber(note.LastLedger), note.IsRestore);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}
