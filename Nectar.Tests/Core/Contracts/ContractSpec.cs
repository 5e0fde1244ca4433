using System.Text;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Contracts;

/// <summary>The interface that a built contract declares in its custom section <c>contractspecv0</c>.</summary>
internal sealed class ContractSpec
{
    private readonly List<SCSpecEntry> entries;

    private ContractSpec(List<SCSpecEntry> entries) => this.entries = entries;

    public IEnumerable<SCSpecFunctionV0> Functions => entries.OfType<SCSpecEntry.FunctionV0>().Select(e => e.Value);

    public IEnumerable<SCSpecEventV0> Events => entries.OfType<SCSpecEntry.EventV0>().Select(e => e.Value);

    public IEnumerable<SCSpecUDTErrorEnumV0> Errors => entries.OfType<SCSpecEntry.UdtErrorEnumV0>().Select(e => e.Value);

    /// <summary>Reads a committed artefact.</summary>
    public static ContractSpec Of(string artefact) => Read(File.ReadAllBytes(Repository.PathOf($"contracts/wasm/{artefact}.wasm")));

    public static ContractSpec Read(ReadOnlySpan<byte> wasm)
    {
        var section = CustomSection(wasm, "contractspecv0");
        var reader = new XdrReader(section);
        var entries = new List<SCSpecEntry>();
        while (reader.Position < section.Length)
        {
            entries.Add(SCSpecEntry.Decode(ref reader));
        }

        return new ContractSpec(entries);
    }

    public SCSpecFunctionV0 Function(string name) => Functions.Single(f => f.Name == (XdrString)name);

    public SCSpecUDTErrorEnumV0 ErrorEnum(string name) => Errors.Single(e => e.Name == (XdrString)name);

    /// <summary>The declared struct or union; null where the name is none.</summary>
    public SCSpecUDTStructV0? Struct(XdrString name) => entries.OfType<SCSpecEntry.UdtStructV0>().Select(e => e.Value).FirstOrDefault(s => s.Name == name);

    public SCSpecUDTUnionV0? Union(XdrString name) => entries.OfType<SCSpecEntry.UdtUnionV0>().Select(e => e.Value).FirstOrDefault(s => s.Name == name);

    private static ReadOnlySpan<byte> CustomSection(ReadOnlySpan<byte> wasm, string wanted)
    {
        for (var rest = wasm[8..]; !rest.IsEmpty;)
        {
            var id = rest[0];
            rest = rest[1..];
            var size = (int)Leb128(ref rest);
            var body = rest[..size];
            rest = rest[size..];
            if (id == 0)
            {
                var length = (int)Leb128(ref body);
                if (Encoding.UTF8.GetString(body[..length]) == wanted)
                {
                    return body[length..];
                }
            }
        }

        throw new InvalidDataException($"the wasm has no section {wanted}");
    }

    private static uint Leb128(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
