using System.Text.Json;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>A value of the Stellar protocol: immutable, equal by value, with a wire form (RFC 4506) and a JSON form (SEP-51).</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IXdrValue<TSelf>
    where TSelf : IXdrValue<TSelf>
{
    /// <summary>Reads one value and leaves the reader behind it.</summary>
    /// <exception cref="XdrException">The bytes are not a value of this type.</exception>
    static abstract TSelf Decode(ref XdrReader r);

    /// <summary>Reads the canonical JSON form.</summary>
    /// <exception cref="XdrException">The JSON is not a value of this type.</exception>
    static abstract TSelf ReadJson(JsonElement e);

    /// <summary>Appends the wire form.</summary>
    /// <exception cref="XdrException">A length is over its limit, or the value is nested too deep.</exception>
    void Encode(XdrWriter w);

    /// <summary>Writes the canonical JSON form.</summary>
    void WriteJson(Utf8JsonWriter w);
}
