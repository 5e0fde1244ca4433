namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// The host's order of values, by which maps are sorted: first the kind, then the value; bytes and texts byte by byte
/// with the shorter prefix first, lists element by element, absent before present.
/// </summary>
public sealed class SCValComparer : IComparer<SCVal>, IComparer<SCAddress>
{
    private SCValComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static SCValComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(SCVal? x, SCVal? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ when x.Discriminant != y.Discriminant => x.Discriminant.CompareTo(y.Discriminant),
        (SCVal.Bool(var a), SCVal.Bool(var b)) => a.CompareTo(b),
        (SCVal.Error(var a), SCVal.Error(var b)) => Compare(a, b),
        (SCVal.U32(var a), SCVal.U32(var b)) => a.CompareTo(b),
        (SCVal.I32(var a), SCVal.I32(var b)) => a.CompareTo(b),
        (SCVal.U64(var a), SCVal.U64(var b)) => a.CompareTo(b),
        (SCVal.I64(var a), SCVal.I64(var b)) => a.CompareTo(b),
        (SCVal.Timepoint(var a), SCVal.Timepoint(var b)) => a.CompareTo(b),
        (SCVal.Duration(var a), SCVal.Duration(var b)) => a.CompareTo(b),
        (SCVal.U128(var a), SCVal.U128(var b)) => a.ToUInt128().CompareTo(b.ToUInt128()),
        (SCVal.I128(var a), SCVal.I128(var b)) => a.ToInt128().CompareTo(b.ToInt128()),
        (SCVal.U256(var a), SCVal.U256(var b)) => a.ToBigInteger().CompareTo(b.ToBigInteger()),
        (SCVal.I256(var a), SCVal.I256(var b)) => a.ToBigInteger().CompareTo(b.ToBigInteger()),
        (SCVal.Bytes(var a), SCVal.Bytes(var b)) => a.Span.SequenceCompareTo(b.Span),
        (SCVal.String(var a), SCVal.String(var b)) => a.Span.SequenceCompareTo(b.Span),
        (SCVal.Symbol(var a), SCVal.Symbol(var b)) => a.Span.SequenceCompareTo(b.Span),
        (SCVal.ExecutableTag(var a), SCVal.ExecutableTag(var b)) => a.Span.SequenceCompareTo(b.Span),
        (SCVal.Vec(var a), SCVal.Vec(var b)) => Compare(a, b, Compare),
        (SCVal.Map(var a), SCVal.Map(var b)) => Compare(a, b, Compare),
        (SCVal.Address(var a), SCVal.Address(var b)) => Compare(a, b),
        (SCVal.LedgerKeyNonce(var a), SCVal.LedgerKeyNonce(var b)) => a.Nonce.CompareTo(b.Nonce),
        (SCVal.ContractInstance(var a), SCVal.ContractInstance(var b)) =>
            Compare(a.Executable, b.Executable) is not 0 and var order ? order : Compare(a.Storage, b.Storage, Compare),
        // What is left carries nothing.
        _ => 0,
    };

    /// <inheritdoc/>
    public int Compare(SCAddress? x, SCAddress? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ when x.Discriminant != y.Discriminant => x.Discriminant.CompareTo(y.Discriminant),
        (SCAddress.MuxedAccount(var a), SCAddress.MuxedAccount(var b)) when a.Id != b.Id => a.Id.CompareTo(b.Id),
        // The rest is discriminants and fixed opaques, whose wire form sorts as they do.
        _ => x.ToXdr().AsSpan().SequenceCompareTo(y.ToXdr()),
    };

    private static int Compare(SCError x, SCError y) =>
        x.Discriminant != y.Discriminant ? x.Discriminant.CompareTo(y.Discriminant)
        // Codes are small and unsigned: their wire form sorts as they do.
        : x.ToXdr().AsSpan().SequenceCompareTo(y.ToXdr());

    private int Compare(ContractExecutable x, ContractExecutable y) => (x, y) switch
    {
        _ when x.Discriminant != y.Discriminant => x.Discriminant.CompareTo(y.Discriminant),
        (ContractExecutable.Wasm(var a), ContractExecutable.Wasm(var b)) => a.Span.SequenceCompareTo(b.Span),
        (ContractExecutable.ExternalRef(var a), ContractExecutable.ExternalRef(var b)) =>
            Compare(a.ExecutableOwner, b.ExecutableOwner) is not 0 and var order ? order : a.Tag.Span.SequenceCompareTo(b.Tag.Span),
        _ => 0,
    };

    private int Compare(SCMapEntry x, SCMapEntry y) =>
        Compare(x.Key, y.Key) is not 0 and var order ? order : Compare(x.Val, y.Val);

    private static int Compare<T>(XdrArray<T>? x, XdrArray<T>? y, Comparison<T> compare)
    {
        if (x is not { } left || y is not { } right)
        {
            return x.HasValue.CompareTo(y.HasValue);
        }

        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (compare(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
