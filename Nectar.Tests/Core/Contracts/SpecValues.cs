using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Contracts;

/// <summary>Values of a spec's types: random ones, and whether a given one is of a type.</summary>
internal sealed class SpecValues(ContractSpec spec, Random random)
{
    /// <summary>A value of the type as a contract would give it. Numbers stay small and positive, statuses and types in range.</summary>
    public SCVal Sample(SCSpecTypeDef type) => type switch
    {
        SCSpecTypeDef.Bool => SCVal.FromBool(random.Next(2) == 1),
        SCSpecTypeDef.Void => SCVal.Void.Instance,
        SCSpecTypeDef.U32 => SCVal.FromUInt32((uint)random.Next(1, 1_000)),
        SCSpecTypeDef.I32 => SCVal.FromInt32(random.Next(-1_000, 1_000)),
        SCSpecTypeDef.U64 => SCVal.FromUInt64((ulong)random.NextInt64()),
        SCSpecTypeDef.I128 => SCVal.FromInt128(((Int128)random.NextInt64() << 40) - random.NextInt64()),
        SCSpecTypeDef.BytesN(var size) => SCVal.FromBytes(Bytes((int)size.N)),
        SCSpecTypeDef.String => SCVal.FromString($"name-{random.Next(1_000)}"),
        SCSpecTypeDef.Symbol => SCVal.FromSymbol($"S{random.Next(1_000)}"),
        SCSpecTypeDef.Address => SCVal.FromAddress(new ContractId(Bytes(32))),
        SCSpecTypeDef.MuxedAddress => SCVal.FromAddress(new ContractId(Bytes(32))),
        SCSpecTypeDef.Option(var option) => random.Next(2) == 0 ? SCVal.Void.Instance : Sample(option.ValueType),
        SCSpecTypeDef.Result(var result) => Sample(result.OkType),
        SCSpecTypeDef.Vec(var vec) => SCVal.FromVec([.. Enumerable.Range(0, random.Next(4)).Select(_ => Sample(vec.ElementType))]),
        SCSpecTypeDef.Map(var map) => SCVal.FromMap(Enumerable.Range(0, random.Next(4))
            .Select(_ => new SCMapEntry(Sample(map.KeyType), Sample(map.ValueType))).DistinctBy(e => e.Key)),
        SCSpecTypeDef.Tuple(var tuple) => SCVal.FromVec([.. tuple.ValueTypes.Select(Sample)]),
        SCSpecTypeDef.Udt(var udt) when spec.Struct(udt.Name) is { } named =>
            SCVal.FromStruct([.. named.Fields.Select(f => (f.Name.ToString(), Sample(f)))]),
        SCSpecTypeDef.Udt(var udt) when spec.Union(udt.Name) is { } union => Sample(union.Cases[random.Next(union.Cases.Count)]),
        _ => throw new InvalidOperationException($"no sample of {type}"),
    };

    /// <summary>Why the value is not of the type; null where it is.</summary>
    public string? Fault(SCVal value, SCSpecTypeDef type) => (type, value) switch
    {
        (SCSpecTypeDef.Val, _) => null,
        (SCSpecTypeDef.Bool, SCVal.Bool) => null,
        (SCSpecTypeDef.U32, SCVal.U32) => null,
        (SCSpecTypeDef.I32, SCVal.I32) => null,
        (SCSpecTypeDef.U64, SCVal.U64) => null,
        (SCSpecTypeDef.I128, SCVal.I128) => null,
        (SCSpecTypeDef.BytesN(var size), SCVal.Bytes(var bytes)) when bytes.Length == size.N => null,
        (SCSpecTypeDef.String, SCVal.String) => null,
        (SCSpecTypeDef.Symbol, SCVal.Symbol) => null,
        (SCSpecTypeDef.Address or SCSpecTypeDef.MuxedAddress, SCVal.Address) => null,
        (SCSpecTypeDef.Vec(var vec), SCVal.Vec({ } items)) => items.Select(i => Fault(i, vec.ElementType)).FirstOrDefault(f => f is not null),
        (SCSpecTypeDef.Map(var map), SCVal.Map({ } entries)) =>
            entries.Select(e => Fault(e.Key, map.KeyType) ?? Fault(e.Val, map.ValueType)).FirstOrDefault(f => f is not null),
        (SCSpecTypeDef.Udt(var udt), SCVal.Map({ } entries)) when spec.Struct(udt.Name) is { } named =>
            entries.Select(e => e.Key.ToSymbol()).SequenceEqual(named.Fields.Select(f => f.Name.ToString()).Order(StringComparer.Ordinal))
                ? named.Fields.Select(f => Fault(value.Field(f.Name.ToString()), f.Type)).FirstOrDefault(f => f is not null)
                : $"fields {string.Join(", ", entries.Select(e => e.Key.ToSymbol()))} of {udt.Name} differ from {string.Join(", ", named.Fields.Select(f => f.Name))}",
        (SCSpecTypeDef.Udt(var udt), SCVal.Vec({ Count: > 0 } items)) when spec.Union(udt.Name) is { } union =>
            union.Cases.OfType<SCSpecUDTUnionCaseV0.TupleV0>().FirstOrDefault(c => c.Value.Name.ToString() == items[0].ToSymbol()) is { Value: var found }
                && found.Type.Count == items.Count - 1
                ? found.Type.Zip(items.Skip(1), (t, i) => Fault(i, t)).FirstOrDefault(f => f is not null)
                : $"{items[0]} is no case of {udt.Name}",
        _ => $"a value of kind {value.Discriminant} for {type.Discriminant}",
    };

    // One field of a reserve follows from another.
    private SCVal Sample(SCSpecUDTStructFieldV0 field) => field.Name.ToString() switch
    {
        "decimals" => SCVal.FromUInt32(7),
        "scalar" => SCVal.FromInt128(10_000_000),
        _ => Sample(field.Type),
    };

    private SCVal Sample(SCSpecUDTUnionCaseV0 union) => union switch
    {
        SCSpecUDTUnionCaseV0.VoidV0(var empty) => SCVal.FromEnumCase(empty.Name.ToString()),
        SCSpecUDTUnionCaseV0.TupleV0(var tuple) => SCVal.FromEnumCase(tuple.Name.ToString(), [.. tuple.Type.Select(Sample)]),
        _ => throw new InvalidOperationException("a third kind of case"),
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
