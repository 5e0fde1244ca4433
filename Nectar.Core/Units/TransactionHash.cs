namespace Nectar.Core.Units;

/// <summary>The SHA-256 by which a network knows a transaction; of a fee bump, the outer one.</summary>
public readonly record struct TransactionHash
{
    private readonly Id32 id;

    /// <summary>Takes the 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public TransactionHash(ReadOnlySpan<byte> bytes) => id = new Id32(bytes, nameof(TransactionHash));

    /// <summary>Reads 64 hex digits.</summary>
    /// <exception cref="FormatException">The text is something else; the message names it.</exception>
    public static TransactionHash Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigit)
            ? new TransactionHash(Convert.FromHexString(hex))
            : throw new FormatException($"'{(hex.Length > 100 ? hex[..100] : hex)}' is not a transaction hash of 64 hex digits");
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray() => id.ToArray();

    /// <summary>64 lower case hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
