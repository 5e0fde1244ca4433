using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>A simulation of an <c>InvokeHostFunctionOp</c>.</summary>
/// <param name="Context">The latest closed ledger.</param>
/// <param name="Flags">Diagnostics, restore preamble.</param>
/// <param name="Adjustments">Margins; null for the usual.</param>
/// <param name="Source">The operation's source account.</param>
/// <param name="Function">What is invoked.</param>
/// <param name="Seed">The source of everything random in it, nonces of recorded entries included.</param>
/// <param name="Mode">Where authorization comes from.</param>
/// <param name="Authorization">Entries; only with <see cref="AuthorizationMode.Enforce"/>.</param>
public sealed record InvokeSimulation(
    HostContext Context,
    CallFlags Flags,
    Adjustments? Adjustments,
    PublicKey Source,
    HostFunction Function,
    Hash Seed,
    AuthorizationMode Mode,
    IReadOnlyList<SorobanAuthorizationEntry> Authorization)
{
    internal void Write(FrameWriter w)
    {
        Context.Write(w);
        w.UInt32((uint)Flags);
        w.Optional(Adjustments, static (w, a) => a.Write(w));
        w.Value(Source);
        w.Value(Function);
        w.Raw(Seed.Span);
        w.UInt32((uint)Mode);
        w.Values(Authorization);
    }
}
