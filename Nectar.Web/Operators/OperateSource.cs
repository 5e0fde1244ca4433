using System.Security.Claims;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Web.Live;

namespace Nectar.Web.Operators;

/// <summary>Reads what somebody may do at the console.</summary>
internal sealed class OperateSource(
    OperatorSettings settings, KeeperControls controls, NoticeBook notices, OperatorJournal journal, NetworkStart start, TimeProvider time)
{
    private const int RowsInPage = 50;

    /// <summary>As of now.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="told">The name of a notice; null for none.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<OperateState> ReadAsync(ClaimsPrincipal? user, string? told, CancellationToken cancel)
    {
        var role = OperatorIdentity.RoleOf(user, settings);
        var who = role is null ? null : OperatorIdentity.NameOf(user!);
        var keepers = new List<(KeeperOptions, KeeperSettings)>();
        foreach (var keeper in start.Network?.Keepers ?? [])
        {
            keepers.Add((keeper, (await controls.OfAsync(keeper, cancel)).Current));
        }

        return new OperateState(settings.HasKey, settings.Accounts.Count > 0, who, role, notices.Take(told), start.Network, keepers, who is null ? null : await AuditAsync(cancel));
    }

    private Task<Reading<IReadOnlyList<AuditEntry>>> AuditAsync(CancellationToken cancel) => JournalReading.OfAsync<IReadOnlyList<AuditEntry>>(async () =>
        new Reading<IReadOnlyList<AuditEntry>>.Live(await journal.AuditAsync(RowsInPage, cancel), time.GetUtcNow()));
}
