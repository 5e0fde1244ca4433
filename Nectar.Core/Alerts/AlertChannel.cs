namespace Nectar.Core.Alerts;

/// <summary>How an alert is told.</summary>
public enum AlertChannel
{
    /// <summary>A POST of JSON with all that is known, signed where a secret is set.</summary>
    Webhook,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A webhook of Discord.</summary>
    Discord,
}
