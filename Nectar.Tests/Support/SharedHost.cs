using Nectar.LocalNet.Host;

[assembly: AssemblyFixture(typeof(Nectar.Tests.Support.SharedHost))]

namespace Nectar.Tests.Support;

/// <summary>One host for all tests: it keeps no ledger, and compiling it takes seconds.</summary>
public sealed class SharedHost : IDisposable
{
    private readonly Lazy<SorobanHost> host = new(() => new SorobanHost());

    public SorobanHost Host => host.Value;

    public void Dispose()
    {
        if (host.IsValueCreated)
        {
            host.Value.Dispose();
        }
    }
}
