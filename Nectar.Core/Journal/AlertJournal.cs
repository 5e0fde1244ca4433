using Microsoft.EntityFrameworkCore;
using Nectar.Core.Alerts;
using Nectar.Core.Operators;

namespace Nectar.Core.Journal;

/// <summary>How alert rules are set, and what became of each alert. The newest 10,000 deliveries are kept.</summary>
public sealed class AlertJournal
{
    private const long Kept = 10_000;
    private readonly IDbContextFactory<JournalDbContext> contexts;

    internal AlertJournal(IDbContextFactory<JournalDbContext> contexts) => this.contexts = contexts;

    /// <summary>All rules as they are set.</summary>
    /// <param name="defaultOf">The setting of a rule that nobody set.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<AlertSetting>> SettingsAsync(Func<AlertRule, AlertSetting> defaultOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(defaultOf);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.AlertRules.AsNoTracking().ToDictionaryAsync(r => r.Rule, cancel).ConfigureAwait(false);
            return [.. Enum.GetValues<AlertRule>().Select(rule => rows.TryGetValue(rule.ToString(), out var row)
                ? new AlertSetting(rule, row.IsOn, row.Threshold, TimeSpan.FromSeconds(row.CoolOffSeconds))
                {
                    SilentUntil = row.SilentUntilMilliseconds is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
                }
                : defaultOf(rule))];
        }
    }

    /// <summary>Saves a rule's setting and the row of the audit log that tells of it, both or neither.</summary>
    public async Task SetAsync(AlertSetting setting, AuditEntry entry, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(entry);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var name = setting.Rule.ToString();
            if (await context.AlertRules.FindAsync([name], cancel).ConfigureAwait(false) is not { } row)
            {
                row = new JournalAlertRule { Rule = name, IsOn = true, Threshold = 0, CoolOffSeconds = 0 };
                context.AlertRules.Add(row);
            }

            (row.IsOn, row.Threshold, row.CoolOffSeconds) = (setting.IsOn, setting.Threshold, (long)setting.CoolOff.TotalSeconds);
            row.SilentUntilMilliseconds = setting.SilentUntil?.ToUnixTimeMilliseconds();
            context.Audits.Add(OperatorJournal.RowOf(entry));
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Writes down what became of an alert.</summary>
    public async Task TellAsync(AlertDelivery delivery, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var row = new JournalDelivery
            {
                AtMilliseconds = delivery.At.ToUnixTimeMilliseconds(),
                Rule = delivery.Rule,
                Channel = delivery.Channel,
                Target = delivery.Target,
                Text = delivery.Text,
                IsDelivered = delivery.IsDelivered,
                Outcome = delivery.Outcome,
            };
            context.Deliveries.Add(row);
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
            await context.Deliveries.Where(d => d.Id <= row.Id - Kept).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The newest deliveries, newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<AlertDelivery>> DeliveriesAsync(int count, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.Deliveries.AsNoTracking().OrderByDescending(d => d.Id).Take(count).ToListAsync(cancel).ConfigureAwait(false);
            return [.. rows.Select(d => new AlertDelivery(DateTimeOffset.FromUnixTimeMilliseconds(d.AtMilliseconds), d.Rule, d.Channel, d.Target, d.Text, d.IsDelivered, d.Outcome))];
        }
    }
}
