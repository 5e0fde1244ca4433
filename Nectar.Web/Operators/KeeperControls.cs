using System.Collections.Concurrent;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>The settings of this process's keepers: as they were left in the journal, and from then on as operators change them.</summary>
internal sealed class KeeperControls(OperatorJournal journal, TimeProvider time)
{
    private readonly ConcurrentDictionary<AccountId, KeeperControl> controls = new();

    /// <summary>A keeper's control; the first call reads what was left.</summary>
    public async Task<KeeperControl> OfAsync(KeeperOptions options, CancellationToken cancel) => controls.TryGetValue(options.Account, out var known)
        ? known
        : controls.GetOrAdd(options.Account, new KeeperControl(await journal.SettingsAsync(options.Account, cancel) ?? KeeperSettings.Of(options)));

    /// <summary>Does what an operator asks for, or says why not. It is saved with its row of the audit log before the keeper hears of it.</summary>
    /// <param name="options">The keeper.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="who">By whom.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ActionDecision> ActAsync(KeeperOptions options, ActionRequest request, string who, CancellationToken cancel)
    {
        var control = await OfAsync(options, cancel);
        var before = control.Current;
        var decision = ActionDecision.Decide(request, options.Name, before);
        if (decision is not ActionDecision.Done(var next))
        {
            return decision;
        }

        var entry = new AuditEntry(time.GetUtcNow(), who, ActionWords.Of(request.Action), options.Name, before.ToString(), next.ToString());
        if (!await journal.ChangeAsync(options.Account, next, entry, cancel))
        {
            return ActionDecision.Outdated;
        }

        control.Apply(next);
        return decision;
    }
}
