using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>An <c>InvokeHostFunctionOp</c> to be applied.</summary>
/// <param name="Submitted">Ledger, footprint and entries.</param>
/// <param name="Source">The operation's source account.</param>
/// <param name="Function">What is invoked.</param>
/// <param name="Seed">The source of contracts' random numbers.</param>
/// <param name="Authorization">The operation's authorization entries.</param>
public sealed record Invocation(
    SubmittedOperation Submitted,
    PublicKey Source,
    HostFunction Function,
    Hash Seed,
    IReadOnlyList<SorobanAuthorizationEntry> Authorization)
{
    internal void Write(FrameWriter w)
    {
        Submitted.Write(w);
        w.Value(Source);
        w.Value(Function);
        w.Raw(Seed.Span);
        w.Values(Authorization);
    }
}
