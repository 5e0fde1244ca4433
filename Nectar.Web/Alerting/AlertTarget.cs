using Nectar.Core.Alerts;

namespace Nectar.Web.Alerting;

/// <summary>Where alerts go. Its text is what may be shown of it.</summary>
/// <param name="Channel">How.</param>
/// <param name="Url">Where to: a secret.</param>
internal sealed record AlertTarget(AlertChannel Channel, Uri Url)
{
    /// <summary>What may be shown.</summary>
    public string Masked => AlertUrl.Masked(Url);

    /// <inheritdoc/>
    public override string ToString() => $"{Channel} {Masked}";
}
