using System.Globalization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>Values as Horizon writes them.</summary>
internal static class HorizonText
{
    /// <summary>A time, given in Unix seconds, in UTC.</summary>
    public static string Time(ulong unixSeconds) =>
        DateTimeOffset.FromUnixTimeSeconds((long)unixSeconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An amount in units of 10^-7 with all seven decimals.</summary>
    public static string Amount(long units) =>
        string.Create(CultureInfo.InvariantCulture, $"{units / 10_000_000}.{units % 10_000_000:D7}");

    /// <summary>The kind of a memo.</summary>
    public static string MemoType(Memo memo) => memo switch
    {
        Memo.Text => "text",
        Memo.Id => "id",
        Memo.Hash => "hash",
        Memo.Return => "return",
        _ => "none",
    };

    /// <summary>A memo; null where there is none.</summary>
    public static string? MemoText(Memo memo) => memo switch
    {
        Memo.Text(var text) => text.ToString(),
        Memo.Id(var id) => id.ToString(CultureInfo.InvariantCulture),
        Memo.Hash(var hash) => Convert.ToBase64String(hash.Span),
        Memo.Return(var hash) => Convert.ToBase64String(hash.Span),
        _ => null,
    };
}
