namespace Nectar.Core.Soroban.Xdr;

/// <summary>Bytes or JSON that are not a value of the protocol, or a value that has no wire form.</summary>
public sealed class XdrException : Exception
{
    /// <summary>Names the type or <c>type.field</c>, what is wrong with which value, and where in the bytes.</summary>
    /// <param name="typeName">The type, or <c>type.field</c>.</param>
    /// <param name="problem">What is wrong, with the offending value.</param>
    /// <param name="offset">The offset of the offending value in bytes; null where there are no bytes (JSON, encoding).</param>
    public XdrException(string typeName, string problem, int? offset = null)
        : base(offset is null ? $"{typeName}: {problem}" : $"{typeName}: {problem} at offset {offset}")
    {
        TypeName = typeName;
        Offset = offset;
    }

    /// <summary>The type, or <c>type.field</c>, at fault.</summary>
    public string TypeName { get; }

    /// <summary>The offset of the offending value in bytes, or null where there are no bytes.</summary>
    public int? Offset { get; }

    internal static void ThrowIfSizeDiffers(int actual, int expected, string typeName)
    {
        if (actual != expected)
        {
            throw new XdrException(typeName, $"{actual} bytes given, {expected} needed");
        }
    }
}
