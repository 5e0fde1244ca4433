using Nectar.Core.Units;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

/// <summary>A memory of a page that is gone before it sees how its transaction ends.</summary>
internal sealed class Forgetless(IFlowMemory memory) : IFlowMemory
{
    public Task KeepAsync(SentNote note) => memory.KeepAsync(note);

    public Task<SentNote?> FindAsync(AccountId? account) => memory.FindAsync(account);

    public Task ForgetAsync(SentNote note) => Task.CompletedTask;
}
