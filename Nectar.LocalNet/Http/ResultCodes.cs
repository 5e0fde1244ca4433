using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Http;

/// <summary>The codes of a transaction's result in Horizon's words, like <c>tx_bad_seq</c> and <c>op_no_destination</c>.</summary>
/// <param name="Transaction">Of the transaction; of a fee bump, the outer one.</param>
/// <param name="InnerTransaction">Of the transaction inside a fee bump.</param>
/// <param name="Operations">Of its operations, where they were looked at.</param>
internal sealed record ResultCodes(string Transaction, string? InnerTransaction = null, IReadOnlyList<string>? Operations = null)
{
    /// <summary>Reads a result.</summary>
    public static ResultCodes Of(TransactionResult result)
    {
        var code = NameOf(result.Result.Discriminant.ToString());
        return result.Result switch
        {
            TransactionResultResult.TxSuccess(var operations) => new(code, null, Of(operations)),
            TransactionResultResult.TxFailed(var operations) => new(code, null, Of(operations)),
            TransactionResultResult.TxFeeBumpInnerFailed({ Result.Result: var inner }) => OfInner(code, inner),
            TransactionResultResult.TxFeeBumpInnerSuccess({ Result.Result: var inner }) => OfInner(code, inner),
            _ => new(code),
        };
    }

    private static ResultCodes OfInner(string code, InnerTransactionResultResult inner) => inner switch
    {
        InnerTransactionResultResult.TxSuccess(var operations) => new(code, NameOf(inner.Discriminant.ToString()), Of(operations)),
        InnerTransactionResultResult.TxFailed(var operations) => new(code, NameOf(inner.Discriminant.ToString()), Of(operations)),
        _ => new(code, NameOf(inner.Discriminant.ToString())),
    };

    private static List<string> Of(XdrArray<OperationResult> operations)
    {
        var codes = new List<string>(operations.Count);
        foreach (var operation in operations)
        {
            codes.Add(Of(operation));
        }

        return codes;
    }

    // The case of the operation's own result is named like Horizon names it: op_success, op_underfunded, op_trapped.
    private static string Of(OperationResult operation)
    {
        if (operation is not OperationResult.OpInner(var own))
        {
            return NameOf(operation.Discriminant.ToString());
        }

        using var document = System.Text.Json.JsonDocument.Parse(own.ToJson());
        var body = document.RootElement.EnumerateObject().First().Value;
        var name = body.ValueKind == System.Text.Json.JsonValueKind.String ? body.GetString()! : body.EnumerateObject().First().Name;
        return $"op_{name}";
    }

    // PascalCase to snake_case.
    private static string NameOf(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
