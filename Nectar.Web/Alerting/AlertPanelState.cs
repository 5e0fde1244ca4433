using Nectar.Core.Alerts;

namespace Nectar.Web.Alerting;

/// <summary>What the console shows of alerts beside their deliveries.</summary>
/// <param name="Settings">The rules as they are set.</param>
/// <param name="Targets">Where alerts go: the channel's name and the masked URL.</param>
/// <param name="MayChange">Whether whoever looks is signed in.</param>
public sealed record AlertPanelState(IReadOnlyCollection<AlertSetting> Settings, IReadOnlyList<(string Channel, string Masked)> Targets, bool MayChange);
