using System.Diagnostics;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using NSec.Cryptography;
using NSecPublicKey = NSec.Cryptography.PublicKey;

namespace Nectar.Core.Soroban.Keys;

/// <summary>
/// An ed25519 key pair that signs for an account. The secret lives in libsodium's guarded memory; nothing but
/// <see cref="ExportSecretSeed"/> gives it away. Verification is libsodium's, as in stellar-core.
/// </summary>
[DebuggerDisplay("{AccountId}")]
public sealed class KeyPair : IDisposable
{
    private static readonly SignatureAlgorithm ed25519 = SignatureAlgorithm.Ed25519;
    private readonly Key key;

    private KeyPair(Key key)
    {
        this.key = key;
        AccountId = new AccountId(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>The account whose master key this is.</summary>
    public AccountId AccountId { get; }

    /// <summary>The last four bytes of the public key, by which a signature names it.</summary>
    public SignatureHint Hint => new(AccountId.ToArray().AsSpan(^4..));

    /// <summary>Reads a secret seed <c>S…</c>.</summary>
    /// <exception cref="FormatException">The text is none; the message does not repeat it.</exception>
    public static KeyPair FromSecretSeed(string seed) => FromRawSeed(StrKey.Decode(StrKeyKind.Seed, seed));

    /// <summary>Takes the 32 bytes of a seed.</summary>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public static KeyPair FromRawSeed(ReadOnlySpan<byte> seed) =>
        seed.Length == 32
            ? new KeyPair(Key.Import(ed25519, seed, KeyBlobFormat.RawPrivateKey, Parameters()))
            : throw new ArgumentException($"{seed.Length} bytes given, a seed has 32", nameof(seed));

    /// <summary>A new pair from the system's random source.</summary>
    public static KeyPair Random() => new(Key.Create(ed25519, Parameters()));

    /// <summary>Whether the signature is the account key's over the message.</summary>
    public static bool Verify(AccountId account, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        NSecPublicKey.TryImport(ed25519, account.ToArray(), KeyBlobFormat.RawPublicKey, out var publicKey)
        && ed25519.Verify(publicKey!, message, signature);

    /// <summary>The 64 bytes of the signature over the message.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => ed25519.Sign(key, message);

    /// <summary>The signature over the message with the hint that envelopes carry.</summary>
    public DecoratedSignature SignDecorated(ReadOnlySpan<byte> message) => new(Hint, new XdrBytes(Sign(message)));

    /// <summary>The secret itself, <c>S…</c>: for wallets and key files, never for logs.</summary>
    public string ExportSecretSeed() => StrKey.Encode(StrKeyKind.Seed, key.Export(KeyBlobFormat.RawPrivateKey));

    /// <summary>Erases the secret.</summary>
    public void Dispose() => key.Dispose();

    /// <summary>The public strkey <c>G…</c>.</summary>
    public override string ToString() => AccountId.ToString();

    private static KeyCreationParameters Parameters() => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
}
