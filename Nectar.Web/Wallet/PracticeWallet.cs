using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Wallet;

/// <summary>
/// The account that the browser itself keeps on the embedded network: it signs the transaction's hash, and the signature
/// is put into the envelope here. Its key cannot be read out and is worth nothing on any other network.
/// </summary>
/// <param name="port">The way to it.</param>
/// <param name="network">The embedded network.</param>
internal sealed class PracticeWallet(IWalletPort port, Network network) : IBrowserWallet
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public WalletKind Kind => WalletKind.Practice;

    /// <inheritdoc/>
    public async Task<WalletFacts> LookAsync(bool mayAsk)
    {
        var facts = new WalletFacts { IsAsked = true };
        if (await AskAsync("isConnected") is not WalletReply.Answered(var there) || !WalletReply.IsTrue(there, "isConnected"))
        {
            return facts with { IsInstalled = false };
        }

        facts = facts with { IsInstalled = true, Passphrase = network.Passphrase };
        return await AskAsync(mayAsk ? "requestAccess" : "getAddress") switch
        {
            WalletReply.Answered(var answer) when WalletReply.TextOf(answer, "publicKey") is { Length: > 0 } key =>
                facts with { IsAllowed = true, Account = new AccountId(Convert.FromBase64String(key)) },
            WalletReply.Answered => facts with { IsAllowed = false },
            WalletReply.Refused(var code, var message) => facts with { Fault = AdviceBook.OfWallet(code, message) },
            _ => facts with { Fault = AdviceBook.WalletSilent },
        };
    }

    /// <inheritdoc/>
    public async Task<WalletSignature> SignAsync(Transaction transaction, AccountId account)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        switch (await AskAsync("sign", Convert.ToBase64String(transaction.Hash.ToArray())))
        {
            case WalletReply.Answered(var answer):
                var signature = Convert.FromBase64String(WalletReply.TextOf(answer, "signature"));
                return KeyPair.Verify(account, transaction.Payload.Span, signature)
                    ? new WalletSignature.Signed(transaction.With(account, signature))
                    : new WalletSignature.Refused(AdviceBook.SignedElse, IsDeclined: false);
            case WalletReply.Refused(var code, var message):
                return new WalletSignature.Refused(AdviceBook.OfWallet(code, message), IsDeclined: false);
            default:
                return new WalletSignature.Silent();
        }
    }

    private Task<WalletReply> AskAsync(string question, params object[] values) => port.AskAsync(Kind, question, patience, values);
}
