using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

public sealed class Sep43WalletTests
{
    private static readonly KeyPair key = Samples.KeyOf(1);
    private static readonly Transaction asked = Payment(5);

    private static ScriptedWalletPort Connected => new ScriptedWalletPort()
        .With("isConnected", """{"isConnected":true}""")
        .With("isAllowed", """{"isAllowed":true}""")
        .With("getAddress", $$"""{"address":"{{Samples.Alpha}}"}""")
        .With("requestAccess", $$"""{"address":"{{Samples.Alpha}}"}""")
        .With("getNetworkDetails", """{"network":"STANDALONE","networkPassphrase":"here"}""");

    [Fact]
    public async Task A_wallet_that_allowed_the_page_before_is_found_without_opening_its_window()
    {
        var port = Connected;

        var facts = await new Sep43Wallet(port).LookAsync(mayAsk: false);

        Assert.Equal((true, true, Samples.Alpha, "here"), (facts.IsInstalled, facts.IsAllowed, facts.Account, facts.Passphrase));
        Assert.DoesNotContain("requestAccess", port.Asked);
    }

    [Fact]
    public async Task One_that_never_answers_is_not_there() =>
        Assert.False((await new Sep43Wallet(new ScriptedWalletPort()).LookAsync(mayAsk: true)).IsInstalled);

    [Fact]
    public async Task An_owner_who_says_no_is_not_told_of_an_error()
    {
        var facts = await new Sep43Wallet(Connected.With("requestAccess", """{"address":"","error":{"code":-4,"message":"no"}}""")).LookAsync(mayAsk: true);

        Assert.False(facts.IsAllowed);
        Assert.Null(facts.Fault);
    }

    [Fact]
    public async Task A_locked_wallet_gives_no_address_and_counts_as_not_allowed() =>
        Assert.False((await new Sep43Wallet(Connected.With("requestAccess", """{"address":""}""")).LookAsync(mayAsk: true)).IsAllowed);

    [Fact]
    public async Task The_wallets_own_error_is_told_with_its_code()
    {
        var facts = await new Sep43Wallet(Connected.With("getNetworkDetails", """{"error":{"code":-2,"message":"offline"}}""")).LookAsync(mayAsk: true);

        Assert.Equal("wallet error -2", facts.Fault!.Code);
    }

    [Fact]
    public async Task What_it_signed_is_taken_where_the_signature_proves_it()
    {
        var signed = Assert.IsType<WalletSignature.Signed>(await SignAsync(asked.Sign(key)));

        Assert.Equal(asked.Hash, signed.Transaction.Hash);
    }

    [Fact]
    public async Task Another_transaction_another_account_or_no_signature_is_refused()
    {
        Assert.IsType<WalletSignature.Refused>(await SignAsync(Payment(6).Sign(key)));
        Assert.IsType<WalletSignature.Refused>(await SignAsync(asked.Sign(Samples.KeyOf(2))));
        Assert.IsType<WalletSignature.Refused>(await SignAsync(asked));
        Assert.IsType<WalletSignature.Refused>(await new Sep43Wallet(Connected.With("signTransaction", """{"signedTxXdr":"not base64"}""")).SignAsync(asked, Samples.Alpha));
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(-1, false)]
    [InlineData(-3, false)]
    public async Task A_refusal_says_whether_a_person_said_no(int code, bool isDeclined)
    {
        var port = Connected.With("signTransaction", $$$"""{"error":{"code":{{{code}}},"message":"…"}}""");

        var refused = Assert.IsType<WalletSignature.Refused>(await new Sep43Wallet(port).SignAsync(asked, Samples.Alpha));

        Assert.Equal((isDeclined, $"wallet error {code}"), (refused.IsDeclined, refused.Advice.Code));
    }

    private static Task<WalletSignature> SignAsync(Transaction answer) =>
        new Sep43Wallet(Connected.With("signTransaction", $$"""{"signedTxXdr":"{{answer.ToEnvelope().ToBase64()}}","signerAddress":"{{Samples.Alpha}}"}""")).SignAsync(asked, Samples.Alpha);

    private static Transaction Payment(long stroops) =>
        new TransactionBuilder(MuxedAccount.From(Samples.Alpha), 7, Network.Standalone)
            .Add(Operations.Payment(MuxedAccount.From(Samples.Beta), Asset.Native.Instance, stroops)).ValidUntil(new LedgerNumber(100)).Build();
}
