using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Soroban;

/// <summary>
/// The recorded deployment of the whole demo (<c>Vectors/README.md</c>, "genesis"), replayed on a draft: no fees and
/// sequence numbers, but every contract call.
/// </summary>
internal sealed class Genesis
{
    private readonly List<JsonElement> lines;
    private readonly HashSet<string> clawbackIssuers = [];
    private readonly SorobanApply apply;

    public Genesis(string market, SorobanHost host)
    {
        apply = new SorobanApply(host);
        lines = [.. VectorFile.Lines($"genesis/{market}.jsonl.gz")];
        var settings = NetworkSettings.Testnet.Entries.Select(e =>
            new LedgerEntry(1, new LedgerEntryData.ConfigSetting(e), LedgerEntryExt.V0.Instance));
        Draft = new LedgerDraft(LedgerState.Of(settings), Start.GetProperty("sequence").GetUInt32());
    }

    /// <summary>The entries as they are now.</summary>
    public LedgerDraft Draft { get; private set; }

    /// <summary>What became of the transactions, in order.</summary>
    public List<(JsonElement Recorded, SorobanOutcome Outcome)> Transactions { get; } = [];

    public JsonElement Start => lines[0].GetProperty("start");

    public JsonElement End => lines.Single(l => l.TryGetProperty("end", out _)).GetProperty("end");

    /// <summary>The entries that must be there at the end, by their keys' XDR in base64.</summary>
    public IEnumerable<JsonElement> Entries => lines.Where(l => l.TryGetProperty("liveUntil", out _));

    /// <summary>The address of an account by its name in the demo.</summary>
    public string AddressOf(string account) => Account(account).GetProperty("address").GetString()!;

    /// <summary>The secret key of an account by its name in the demo: 32 bytes in hex.</summary>
    public string SeedOf(string account) => Account(account).GetProperty("seed").GetString()!;

    public void Replay()
    {
        foreach (var line in lines)
        {
            var step = line.EnumerateObject().First();
            switch (step.Name)
            {
                case "account":
                    Draft.Put(AccountOf(step.Value));
                    break;
                case "issuerFlags":
                    SetIssuerFlags(step.Value);
                    break;
                case "trustLine":
                    Draft.Put(TrustLineOf(step.Value));
                    break;
                case "close":
                    Draft = new LedgerDraft(Draft.State, Draft.Sequence + step.Value.GetUInt32());
                    break;
                case "transaction":
                    Transactions.Add((step.Value, Apply(step.Value)));
                    break;
            }
        }
    }

    /// <summary>The ledger that a transaction was recorded in.</summary>
    public static LedgerContext ContextOf(JsonElement transaction, uint sequence) =>
        new(Network.Standalone, sequence, transaction.GetProperty("closeTime").GetUInt64(), 100, 5_000_000, 28);

    public static SorobanOperation OperationOf(JsonElement transaction)
    {
        var bytes = transaction.GetProperty("envelope").GetBytesFromBase64();
        var tx = XdrCodec.Decode<TransactionV1Envelope>(bytes).Tx;
        return new SorobanOperation(
            new PublicKey.PublicKeyTypeEd25519(Assert.IsType<MuxedAccount.Ed25519>(tx.SourceAccount).Value),
            Assert.Single(tx.Operations).Body,
            Assert.IsType<TransactionExt.V1>(tx.Ext).Value,
            (uint)bytes.Length + sizeof(EnvelopeType),
            Hash.Parse(transaction.GetProperty("seed").GetString()!));
    }

    private JsonElement Account(string name) => lines
        .Where(l => l.TryGetProperty("account", out _))
        .Select(l => l.GetProperty("account"))
        .Single(a => a.GetProperty("name").GetString() == name);

    private SorobanOutcome Apply(JsonElement transaction)
    {
        Assert.Equal(Draft.Sequence, transaction.GetProperty("sequence").GetUInt32());
        return apply.Apply(Draft, ContextOf(transaction, Draft.Sequence), OperationOf(transaction));
    }

    private void SetIssuerFlags(JsonElement flags)
    {
        bool Has(string name) => flags.GetProperty(name).GetBoolean();
        var address = flags.GetProperty("issuer").GetString()!;
        var issuer = Draft.State.FindAccount(PublicKey.Parse(address))!;
        var set = (Has("authRequired") ? AccountFlags.RequiredFlag : 0)
            | (Has("authRevocable") ? AccountFlags.RevocableFlag : 0)
            | (Has("clawbackEnabled") ? AccountFlags.ClawbackEnabledFlag : 0);
        Draft.Put(new LedgerEntryData.Account(issuer with { Flags = (uint)set }));
        if (Has("clawbackEnabled"))
        {
            clawbackIssuers.Add(address);
        }
    }

    private static LedgerEntryData.Account AccountOf(JsonElement account) => new(new AccountEntry(
        PublicKey.Parse(account.GetProperty("address").GetString()!),
        long.Parse(account.GetProperty("balance").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        1000L << 32,
        0,
        null,
        0,
        default,
        new Thresholds([1, 0, 0, 0]),
        [],
        AccountEntryExt.V0.Instance));

    private LedgerEntryData.Trustline TrustLineOf(JsonElement line)
    {
        var issuer = line.GetProperty("issuer").GetString()!;
        var flags = TrustLineFlags.AuthorizedFlag
            | (clawbackIssuers.Contains(issuer) ? TrustLineFlags.TrustlineClawbackEnabledFlag : 0);
        return new LedgerEntryData.Trustline(new TrustLineEntry(
            PublicKey.Parse(line.GetProperty("account").GetString()!),
            new TrustLineAsset.CreditAlphanum4(new AlphaNum4(
                AssetCode4.Parse(line.GetProperty("code").GetString()!), PublicKey.Parse(issuer))),
            0,
            long.MaxValue,
            (uint)flags,
            TrustLineEntryExt.V0.Instance));
    }
}
