using System.Security.Cryptography;
using System.Text;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Keys;

/// <summary>A text that an account signs, as SEP-53 has it: the signature is over the SHA-256 of a prefix and the text, so that it can never be a transaction's.</summary>
public static class SignedMessage
{
    private static readonly byte[] prefix = "Stellar Signed Message:\n"u8.ToArray();

    /// <summary>The 32 bytes that are signed.</summary>
    /// <param name="text">The text; its UTF-8 bytes count.</param>
    public static byte[] Digest(string text) => SHA256.HashData([.. prefix, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>Whether the account signed the text.</summary>
    public static bool Verify(AccountId account, string text, ReadOnlySpan<byte> signature) => KeyPair.Verify(account, Digest(text), signature);
}
