using Nectar.Core.Alerts;
using Nectar.Core.Operators;

namespace Nectar.Web.Alerting;

/// <summary>What the console shows of alerts beside their deliveries.</summary>
/// <param name="Settings">The rules as they are set.</param>
/// <param name="Targets">Where alerts go: the channel's name and the masked URL; null for whoever may not see them.</param>
/// <param name="Role">What whoever looks may do; null for anybody.</param>
public sealed record AlertPanelState(IReadOnlyCollection<AlertSetting> Settings, IReadOnlyList<(string Channel, string Masked)>? Targets, OperatorRole? Role);
