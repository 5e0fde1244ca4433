namespace Nectar.Core.Units;

/// <summary>A contract, named by the hash of how it was made.</summary>
public readonly record struct ContractId : IComparable<ContractId>
{
    private readonly Id32 id;

    /// <summary>Takes the 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public ContractId(ReadOnlySpan<byte> bytes) => id = new Id32(bytes, nameof(ContractId));

    /// <summary>Reads the strkey form, <c>C…</c>.</summary>
    /// <exception cref="FormatException">The text is none; the message names it.</exception>
    public static ContractId Parse(string text) => new(StrKey.Decode(StrKeyKind.Contract, text));

    /// <summary>Whether the left one sorts before the right one in the host's order of addresses.</summary>
    public static bool operator <(ContractId left, ContractId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one sorts behind the right one.</summary>
    public static bool operator >(ContractId left, ContractId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one does not sort behind the right one.</summary>
    public static bool operator <=(ContractId left, ContractId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one does not sort before the right one.</summary>
    public static bool operator >=(ContractId left, ContractId right) => left.CompareTo(right) >= 0;

    /// <summary>Byte by byte, as the host sorts the addresses of contracts.</summary>
    public int CompareTo(ContractId other) => id.CompareTo(other.id);

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray() => id.ToArray();

    /// <summary>The strkey form, <c>C…</c>.</summary>
    public override string ToString() => StrKey.Encode(StrKeyKind.Contract, ToArray());
}
