using System.Text.Json;
using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>Events and cases as rows.</summary>
internal static class JournalRows
{
    public static JournalLine LineOf(KeeperEvent happened)
    {
        var json = KeeperJson.Write(happened);
        return new JournalLine
        {
            AtMilliseconds = happened.At.ToUnixTimeMilliseconds(),
            Ledger = happened.Ledger.Value,
            Keeper = happened.Keeper.ToString(),
            Kind = KindOf(json),
            CaseId = happened.CaseId,
            Json = json,
        };
    }

    public static JournalCase CaseOf(LiquidationCase stands, long line) => new()
    {
        Id = stands.Id,
        Keeper = stands.Keeper.ToString(),
        Borrower = stands.Borrower,
        IsOpen = stands.IsOpen,
        FirstLine = line,
        Json = KeeperJson.Write(stands),
    };

    public static void Update(JournalCase row, LiquidationCase stands, KeeperEvent happened, long line)
    {
        (row.IsOpen, row.Json) = (stands.IsOpen, KeeperJson.Write(stands));
        if (Liquidation.EndedBy(happened) is not null)
        {
            row.EndLine = line;
        }
    }

    private static string KindOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("kind").GetString()!;
    }
}
