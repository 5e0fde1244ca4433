using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public readonly partial struct PoolID
{
    /// <summary>Reads a strkey <c>L…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static PoolID Parse(string text) => new(XdrStrKey.Payload(StrKeyKind.LiquidityPool, text, nameof(PoolID)));

    /// <summary>The strkey <c>L…</c>.</summary>
    public override string ToString() => StrKey.Encode(StrKeyKind.LiquidityPool, Span);
}
