using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

// From C# values; SCValReading.cs has the way back.
public abstract partial record SCVal
{
    private const int MaxSymbolLength = 32;

    /// <summary>A bool.</summary>
    public static SCVal FromBool(bool value) => new Bool(value);

    /// <summary>A u32.</summary>
    public static SCVal FromUInt32(uint value) => new U32(value);

    /// <summary>An i32.</summary>
    public static SCVal FromInt32(int value) => new I32(value);

    /// <summary>A u64.</summary>
    public static SCVal FromUInt64(ulong value) => new U64(value);

    /// <summary>An i64.</summary>
    public static SCVal FromInt64(long value) => new I64(value);

    /// <summary>A u128.</summary>
    public static SCVal FromUInt128(UInt128 value) => new U128(UInt128Parts.From(value));

    /// <summary>An i128.</summary>
    public static SCVal FromInt128(Int128 value) => new I128(Int128Parts.From(value));

    /// <summary>Bytes, copied.</summary>
    public static SCVal FromBytes(ReadOnlySpan<byte> value) => new Bytes(new XdrBytes(value));

    /// <summary>A string, as UTF-8.</summary>
    public static SCVal FromString(string value) => new String(value);

    /// <summary>A symbol: at most 32 of letters, digits and <c>_</c>.</summary>
    /// <exception cref="XdrException">It is longer, or has another character.</exception>
    public static SCVal FromSymbol(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= MaxSymbolLength && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? new Symbol(value)
            : throw new XdrException("SCVal.sym", $"'{value}' is not a symbol: at most {MaxSymbolLength} of a-z, A-Z, 0-9 and _");
    }

    /// <summary>The address of an account.</summary>
    public static SCVal FromAddress(AccountId account) => new Address(SCAddress.From(account));

    /// <summary>The address of a contract.</summary>
    public static SCVal FromAddress(ContractId contract) => new Address(SCAddress.From(contract));

    /// <summary>A vec of the items in their order.</summary>
    public static SCVal FromVec(params ReadOnlySpan<SCVal> items) => new Vec(XdrArray.Create(items));

    /// <summary>A map, sorted by key as the host demands.</summary>
    /// <exception cref="XdrException">Two keys are equal.</exception>
    public static SCVal FromMap(IEnumerable<SCMapEntry> entries)
    {
        var sorted = entries.OrderBy(e => e.Key, SCValComparer.Instance).ToXdrArray();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new XdrException("SCVal.map", $"key {sorted[i].Key} is there twice");
            }
        }

        return new Map(sorted);
    }

    /// <summary>What the contract SDK makes of a struct with named fields: a map from symbols, sorted.</summary>
    /// <exception cref="XdrException">A name is no symbol, or two are equal.</exception>
    public static SCVal FromStruct(params (string Name, SCVal Value)[] fields) =>
        FromMap(fields.Select(f => new SCMapEntry(FromSymbol(f.Name), f.Value)));

    /// <summary>What the contract SDK makes of an enum's case: a vec of its name and its values.</summary>
    /// <exception cref="XdrException">The name is no symbol.</exception>
    public static SCVal FromEnumCase(string name, params ReadOnlySpan<SCVal> values) =>
        FromVec([FromSymbol(name), .. values]);
}
