using Microsoft.Playwright;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.EndToEnd;

/// <summary>A page script that answers Freighter's own messages, and signs with a test's key.</summary>
internal sealed class FakeFreighter(Network network)
{
    private const string Rejection = """{"apiError":{"code":-4,"message":"The user rejected this request."}}""";
    private const string Script = """
        window.addEventListener('message', async event => {
          const asked = event.data;
          if (event.source !== window || asked?.source !== 'FREIGHTER_EXTERNAL_MSG_REQUEST') return;
          const answer = JSON.parse(await window.askFake(asked.type, asked.transactionXdr ?? asked.blob ?? ''));
          if (answer) window.postMessage({ source: 'FREIGHTER_EXTERNAL_MSG_RESPONSE', messagedId: asked.messageId, ...answer }, location.origin);
        });
        """;

    /// <summary>Whose wallet it is.</summary>
    public required KeyPair Key { get; set; }

    /// <summary>The other network that it is on; null for the page's own.</summary>
    public string? OtherPassphrase { get; set; }

    /// <summary>Whether its owner signs; null lets the question lie.</summary>
    public bool? Signs { get; set; } = true;

    /// <summary>How often it was asked to sign.</summary>
    public int Asked { get; private set; }

    /// <summary>Puts it into a page before it is loaded.</summary>
    public async Task InstallAsync(IPage page)
    {
        await page.ExposeFunctionAsync<string, string, string>("askFake", Answer);
        await page.AddInitScriptAsync(Script);
    }

    private string Answer(string type, string xdr) => type switch
    {
        "REQUEST_CONNECTION_STATUS" => """{"isConnected":true}""",
        "REQUEST_ALLOWED_STATUS" => """{"isAllowed":true}""",
        "REQUEST_ACCESS" or "REQUEST_PUBLIC_KEY" => $$"""{"publicKey":"{{Key.AccountId}}"}""",
        "REQUEST_NETWORK_DETAILS" => $$$"""{"networkDetails":{"network":"STANDALONE","networkName":"","networkUrl":"","networkPassphrase":"{{{OtherPassphrase ?? network.Passphrase}}}"}}""",
        "SUBMIT_TRANSACTION" => Sign(xdr),
        "SUBMIT_BLOB" => SignText(xdr),
        _ => "null",
    };

    private string SignText(string text) => Signs == true
        ? $$"""{"signedBlob":"{{Convert.ToBase64String(Key.Sign(SignedMessage.Digest(text)))}}","signerAddress":"{{Key.AccountId}}"}"""
        : Rejection;

    private string Sign(string xdr)
    {
        Asked++;
        if (Signs is not { } signs)
        {
            return "null";
        }

        var signed = Transaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(xdr), network).Sign(Key);
        return signs
            ? $$"""{"signedTransaction":"{{signed.ToEnvelope().ToBase64()}}","signerAddress":"{{Key.AccountId}}"}"""
            : Rejection;
    }
}
