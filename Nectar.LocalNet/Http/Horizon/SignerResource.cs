using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>Who may sign, as Horizon tells it.</summary>
/// <param name="Weight">How much the signature weighs.</param>
/// <param name="Key">The strkey.</param>
/// <param name="Type">The kind of key.</param>
internal sealed record SignerResource(uint Weight, string Key, string Type)
{
    /// <summary>Reads a signer.</summary>
    public static SignerResource Of(SignerKey key, uint weight) => new(weight, key.ToString(), key switch
    {
        SignerKey.PreAuthTx => "preauth_tx",
        SignerKey.HashX => "sha256_hash",
        SignerKey.Ed25519SignedPayload => "ed25519_signed_payload",
        _ => "ed25519_public_key",
    });
}
