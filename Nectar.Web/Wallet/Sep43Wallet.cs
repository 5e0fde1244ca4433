using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Wallet;

/// <summary>A wallet that speaks SEP-43: Freighter, or one of those in the kit's window. What it gives back is believed only as far as the signature proves it.</summary>
/// <param name="port">The way to it.</param>
/// <param name="kind">Which.</param>
/// <param name="first">Values that go before those of each question: the kit is told the network.</param>
internal sealed class Sep43Wallet(IWalletPort port, WalletKind kind = WalletKind.Freighter, params string[] first) : IBrowserWallet
{
    // The extension's own answer to whether it is there takes up to 2 s.
    private static readonly TimeSpan lookTime = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan personTime = TimeSpan.FromSeconds(180);

    /// <inheritdoc/>
    public WalletKind Kind => kind;

    /// <inheritdoc/>
    public async Task<WalletFacts> LookAsync(bool mayAsk)
    {
        var facts = new WalletFacts { IsAsked = true };
        if (await AskAsync("isConnected", lookTime) is not WalletReply.Answered(var connected) || !WalletReply.IsTrue(connected, "isConnected"))
        {
            return facts with { IsInstalled = false };
        }

        facts = facts with { IsInstalled = true };
        var reply = mayAsk
            ? await AskAsync("requestAccess", personTime)
            : await AskAsync("isAllowed", lookTime) is WalletReply.Answered(var allowed) && WalletReply.IsTrue(allowed, "isAllowed")
                ? await AskAsync("getAddress", lookTime)
                : new WalletReply.Silent();
        if (reply is not WalletReply.Answered(var access) || !TryReadAccount(WalletReply.TextOf(access, "address"), out var account))
        {
            return reply is WalletReply.Refused(not WalletSayings.Rejected and var code, var message)
                ? facts with { Fault = AdviceBook.OfWallet(code, message) }
                : facts with { IsAllowed = false };
        }

        facts = facts with { IsAllowed = true, Account = account };
        return await AskAsync("getNetworkDetails", lookTime) switch
        {
            WalletReply.Answered(var network) => facts with { Passphrase = WalletReply.TextOf(network, "networkPassphrase") },
            WalletReply.Refused(var code, var message) => facts with { Fault = AdviceBook.OfWallet(code, message) },
            _ => facts with { Fault = AdviceBook.WalletSilent },
        };
    }

    /// <inheritdoc/>
    public async Task<WalletSignature> SignAsync(Transaction transaction, AccountId account)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var options = new { networkPassphrase = transaction.Network.Passphrase, address = account.ToString() };
        return await AskAsync("signTransaction", personTime, transaction.ToEnvelope().ToBase64(), options) switch
        {
            WalletReply.Answered(var signed) => Read(signed, transaction, account),
            WalletReply.Refused(var code, var message) => new WalletSignature.Refused(AdviceBook.OfWallet(code, message), code == WalletSayings.Rejected),
            _ => new WalletSignature.Silent(),
        };
    }

    private static WalletSignature Read(JsonElement answer, Transaction asked, AccountId account)
    {
        try
        {
            var envelope = XdrCodec.FromBase64<TransactionEnvelope>(WalletReply.TextOf(answer, "signedTxXdr"));
            var signed = Transaction.FromEnvelope(envelope, asked.Network);
            // The hash covers all but the signatures: another hash is another transaction.
            if (signed.Hash == asked.Hash && signed.Signatures.Any(s => KeyPair.Verify(account, asked.Payload.Span, s.Signature.Span)))
            {
                return new WalletSignature.Signed(signed);
            }
        }
        catch (XdrException)
        {
            // Told below: it is not what was asked for.
        }

        return new WalletSignature.Refused(AdviceBook.SignedElse, IsDeclined: false);
    }

    private static bool TryReadAccount(string address, out AccountId account)
    {
        account = default;
        try
        {
            account = AccountId.Parse(address);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private Task<WalletReply> AskAsync(string question, TimeSpan within, params object[] values) => port.AskAsync(kind, question, within, [.. first, .. values]);
}
