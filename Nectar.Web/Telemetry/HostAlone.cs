using System.Diagnostics;
using OpenTelemetry;

namespace Nectar.Web.Telemetry;

/// <summary>Leaves of a request's address its scheme, host and port: the path of a chat's webhook, or of an RPC provider, is a secret.</summary>
internal sealed class HostAlone : BaseProcessor<Activity>
{
    // The name by the semantic conventions for HTTP clients.
    private const string Address = "url.full";

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Address) is string text)
        {
            data.SetTag(Address, Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null);
        }
    }
}
