using System.Globalization;
using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>An account as Horizon tells it: what wallets read balances from.</summary>
internal sealed record AccountResource
{
    /// <summary>Where its data are. Clients rename a field that has the name of a link.</summary>
    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, ResourceLink> Links { get; init; }

    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required string PagingToken { get; init; }

    public required string Sequence { get; init; }

    public uint? SequenceLedger { get; init; }

    public string? SequenceTime { get; init; }

    public required uint SubentryCount { get; init; }

    public string? HomeDomain { get; init; }

    public required uint LastModifiedLedger { get; init; }

    public string? LastModifiedTime { get; init; }

    public required AccountThresholds Thresholds { get; init; }

    public required AccountFlagSet Flags { get; init; }

    public required IReadOnlyList<BalanceResource> Balances { get; init; }

    public required IReadOnlyList<SignerResource> Signers { get; init; }

    public required IReadOnlyDictionary<string, string> Data { get; init; }

    public required uint NumSponsoring { get; init; }

    public required uint NumSponsored { get; init; }

    /// <summary>Reads an account.</summary>
    /// <param name="account">Its entry.</param>
    /// <param name="modified">The ledger that last changed it.</param>
    /// <param name="latest">The latest ledger, whose entries have its trust lines and data.</param>
    /// <param name="history">What tells when the ledger closed, if it is remembered.</param>
    public static AccountResource Of(AccountEntry account, uint modified, LedgerSnapshot latest, LedgerHistory history)
    {
        var id = account.AccountId.ToString();
        var v1 = account.Ext is AccountEntryExt.V1(var first) ? first : null;
        var v2 = v1?.Ext is AccountEntryExtensionV1Ext.V2(var second) ? second : null;
        var v3 = v2?.Ext is AccountEntryExtensionV2Ext.V3(var third) ? third : null;
        var own = latest.State.Entries.Where(e => OwnerOf(e.Data) == account.AccountId).ToList();
        return new AccountResource
        {
            Links = new Dictionary<string, ResourceLink>
            {
                ["self"] = new($"/accounts/{id}"),
                ["data"] = new($"/accounts/{id}/data/{{key}}", true),
            },
            Id = id,
            AccountId = id,
            PagingToken = id,
            Sequence = account.SeqNum.ToString(CultureInfo.InvariantCulture),
            SequenceLedger = v3?.SeqLedger,
            SequenceTime = v3?.SeqTime.ToString(CultureInfo.InvariantCulture),
            SubentryCount = account.NumSubEntries,
            HomeDomain = account.HomeDomain.ToString() is { Length: > 0 } domain ? domain : null,
            LastModifiedLedger = modified,
            LastModifiedTime = history.TryFind(modified, out var ledger) ? HorizonText.Time(ledger.CloseTime) : null,
            Thresholds = AccountThresholds.Of(account.Thresholds),
            Flags = AccountFlagSet.Of(account.Flags),
            Balances =
            [
                .. own.Select(e => e.Data is LedgerEntryData.Trustline(var line) ? BalanceResource.Of(line, e.LastModifiedLedgerSeq) : null).OfType<BalanceResource>(),
                BalanceResource.OfNative(account.Balance, v1?.Liabilities),
            ],
            Signers =
            [
                .. account.Signers.AsEnumerable().Select(s => SignerResource.Of(s.Key, s.Weight)),
                SignerResource.Of(SignerKey.Parse(id), account.Thresholds.Span[0]),
            ],
            Data = own.Select(e => e.Data).OfType<LedgerEntryData.Data>().ToDictionary(d => d.Value.DataName.ToString(), d => Convert.ToBase64String(d.Value.DataValue.Span)),
            NumSponsoring = v2?.NumSponsoring ?? 0,
            NumSponsored = v2?.NumSponsored ?? 0,
        };
    }

    private static PublicKey? OwnerOf(LedgerEntryData data) => data switch
    {
        LedgerEntryData.Trustline(var line) => line.AccountId,
        LedgerEntryData.Data(var entry) => entry.AccountId,
        _ => null,
    };
}
