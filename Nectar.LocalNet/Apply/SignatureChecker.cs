using System.Security.Cryptography;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Apply;

/// <summary>
/// Weighs the signatures of an envelope for one account after another, and remembers which were of use: an envelope with
/// one of no use is refused.
/// </summary>
/// <param name="contents">What was signed.</param>
/// <param name="signatures">The signatures.</param>
internal sealed class SignatureChecker(Hash contents, XdrArray<DecoratedSignature> signatures)
{
    private const uint MaxWeight = 255;

    private static readonly SignerKeyType[] kinds =
        [SignerKeyType.HashX, SignerKeyType.Ed25519, SignerKeyType.Ed25519SignedPayload];

    private readonly bool[] used = new bool[signatures.Count];

    /// <summary>Whether every signature was of use so far.</summary>
    public bool AllUsed => used.All(u => u);

    /// <summary>Whether the signatures reach the account's threshold.</summary>
    public bool Reaches(AccountEntry account, ThresholdIndexes threshold)
    {
        var thresholds = account.Thresholds.Span;
        var signers = new List<Signer>(account.Signers);
        if (thresholds[0] > 0)
        {
            signers.Add(new Signer(MasterKeyOf(account.AccountId), thresholds[0]));
        }

        return Reaches(signers, thresholds[(int)threshold]);
    }

    /// <summary>Whether the master key of an account that does not exist has signed.</summary>
    public bool SignedByMasterOf(PublicKey account) => Reaches([new Signer(MasterKeyOf(account), 1)], 0);

    /// <summary>Whether each of the signers, of whatever account, has signed.</summary>
    public bool SignedByAll(XdrArray<SignerKey> signers) =>
        signers.Count == 0 || Reaches([.. signers.Select(s => new Signer(s, 1))], signers.Count);

    /// <summary>The key that is an account's by its name.</summary>
    public static SignerKey MasterKeyOf(PublicKey account) => new SignerKey.Ed25519(new Uint256(account.ToAccountId().ToArray()));

    private bool Reaches(List<Signer> signers, int needed)
    {
        var weight = 0u;
        foreach (var signer in signers.Where(s => s.Key is SignerKey.PreAuthTx(var hash) && hash.Span.SequenceEqual(contents.Span)))
        {
            weight += Math.Min(signer.Weight, MaxWeight);
            if (weight >= needed)
            {
                return true;
            }
        }

        // One kind of signer after another, as validators do: which signatures were of use depends on it.
        foreach (var kind in kinds)
        {
            if (Reaches([.. signers.Where(s => s.Key.Discriminant == kind)], needed, ref weight))
            {
                return true;
            }
        }

        return false;
    }

    private bool Reaches(List<Signer> left, int needed, ref uint weight)
    {
        for (var i = 0; i < signatures.Count; i++)
        {
            if (left.FindIndex(s => IsBy(s.Key, signatures[i])) is var found and >= 0)
            {
                used[i] = true;
                weight += Math.Min(left[found].Weight, MaxWeight);
                left.RemoveAt(found);
                if (weight >= needed)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsBy(SignerKey key, DecoratedSignature signature) => key switch
    {
        SignerKey.Ed25519(var account) =>
            HasHint(signature, account.Span[^4..]) && KeyPair.Verify(new AccountId(account.Span), contents.Span, signature.Signature.Span),
        SignerKey.HashX(var hash) =>
            HasHint(signature, hash.Span[^4..]) && SHA256.HashData(signature.Signature.Span).AsSpan().SequenceEqual(hash.Span),
        SignerKey.Ed25519SignedPayload(var p) =>
            HasHint(signature, HintOf(p)) && KeyPair.Verify(new AccountId(p.Ed25519.Span), p.Payload.Span, signature.Signature.Span),
        _ => false,
    };

    private static bool HasHint(DecoratedSignature signature, ReadOnlySpan<byte> hint) => signature.Hint.Span.SequenceEqual(hint);

    // The key's hint, each byte XORed with that of the payload's last four; a shorter payload is filled up behind (CAP-40).
    private static byte[] HintOf(SignerKeyEd25519SignedPayload signer)
    {
        var payload = signer.Payload.Span;
        var hint = signer.Ed25519.Span[^4..].ToArray();
        var tail = payload.Length > 4 ? payload[^4..] : payload;
        for (var i = 0; i < tail.Length; i++)
        {
            hint[i] ^= tail[i];
        }

        return hint;
    }
}
