using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>What an account has of an asset, as Horizon tells it; amounts have seven decimals.</summary>
internal sealed record BalanceResource
{
    public required string Balance { get; init; }

    public string? Limit { get; init; }

    public required string BuyingLiabilities { get; init; }

    public required string SellingLiabilities { get; init; }

    public uint? LastModifiedLedger { get; init; }

    public bool? IsAuthorized { get; init; }

    public bool? IsAuthorizedToMaintainLiabilities { get; init; }

    public bool? IsClawbackEnabled { get; init; }

    public required string AssetType { get; init; }

    public string? AssetCode { get; init; }

    public string? AssetIssuer { get; init; }

    /// <summary>Of XLM.</summary>
    public static BalanceResource OfNative(long stroops, Liabilities? liabilities) => new()
    {
        Balance = HorizonText.Amount(stroops),
        BuyingLiabilities = HorizonText.Amount(liabilities?.Buying ?? 0),
        SellingLiabilities = HorizonText.Amount(liabilities?.Selling ?? 0),
        AssetType = "native",
    };

    /// <summary>Of a trust line; null for a share in a pool, which this network has none of.</summary>
    public static BalanceResource? Of(TrustLineEntry line, uint modified)
    {
        var (type, code, issuer) = line.Asset switch
        {
            TrustLineAsset.CreditAlphanum4(var asset) => ("credit_alphanum4", asset.AssetCode.ToString(), asset.Issuer.ToString()),
            TrustLineAsset.CreditAlphanum12(var asset) => ("credit_alphanum12", asset.AssetCode.ToString(), asset.Issuer.ToString()),
            _ => ("", "", ""),
        };
        var liabilities = line.Ext is TrustLineEntryExt.V1(var v1) ? v1.Liabilities : null;
        return type.Length == 0 ? null : new BalanceResource
        {
            Balance = HorizonText.Amount(line.Balance),
            Limit = HorizonText.Amount(line.Limit),
            BuyingLiabilities = HorizonText.Amount(liabilities?.Buying ?? 0),
            SellingLiabilities = HorizonText.Amount(liabilities?.Selling ?? 0),
            LastModifiedLedger = modified,
            IsAuthorized = (line.Flags & 1) != 0,
            IsAuthorizedToMaintainLiabilities = (line.Flags & 3) != 0,
            IsClawbackEnabled = (line.Flags & 4) != 0,
            AssetType = type,
            AssetCode = code,
            AssetIssuer = issuer,
        };
    }
}
