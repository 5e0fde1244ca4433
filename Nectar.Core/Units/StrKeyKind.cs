namespace Nectar.Core.Units;

/// <summary>What a strkey names (SEP-23); the value is its version byte.</summary>
public enum StrKeyKind
{
    /// <summary>An ed25519 public key, 32 bytes: <c>G…</c>.</summary>
    AccountId = 6 << 3,

    /// <summary>An ed25519 public key and a 64-bit id, 40 bytes: <c>M…</c>.</summary>
    MuxedAccount = 12 << 3,

    /// <summary>An ed25519 secret seed, 32 bytes: <c>S…</c>.</summary>
    Seed = 18 << 3,

    /// <summary>The hash of a pre-authorised transaction, 32 bytes: <c>T…</c>.</summary>
    PreAuthTransaction = 19 << 3,

    /// <summary>The hash of a preimage that signs, 32 bytes: <c>X…</c>.</summary>
    HashX = 23 << 3,

    /// <summary>An ed25519 public key and a payload of 1 to 64 bytes with length and padding: <c>P…</c>.</summary>
    SignedPayload = 15 << 3,

    /// <summary>A contract, 32 bytes: <c>C…</c>.</summary>
    Contract = 2 << 3,

    /// <summary>A liquidity pool, 32 bytes: <c>L…</c>.</summary>
    LiquidityPool = 11 << 3,

    /// <summary>A claimable balance, its type byte (0) and 32 bytes: <c>B…</c>.</summary>
    ClaimableBalance = 1 << 3,
}
