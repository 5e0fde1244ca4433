namespace Nectar.Core.Units;

/// <summary>A classic account, named by its ed25519 master key.</summary>
public readonly record struct AccountId
{
    private readonly Id32 id;

    /// <summary>Takes the 32 bytes of the key.</summary>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public AccountId(ReadOnlySpan<byte> bytes) => id = new Id32(bytes, nameof(AccountId));

    /// <summary>Reads the strkey form, <c>G…</c>.</summary>
    /// <exception cref="FormatException">The text is none; the message names it.</exception>
    public static AccountId Parse(string text) => new(StrKey.Decode(StrKeyKind.AccountId, text));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray() => id.ToArray();

    /// <summary>The strkey form, <c>G…</c>.</summary>
    public override string ToString() => StrKey.Encode(StrKeyKind.AccountId, ToArray());
}
