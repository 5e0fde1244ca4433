using System.Net;
using System.Net.Sockets;

namespace Nectar.Core.Alerts;

/// <summary>
/// Where alerts may go: https to public addresses, and where that is allowed explicitly, http or https to this machine's
/// loopback. Nothing goes to private or link-local addresses, whatever a name resolves to.
/// </summary>
public static class AlertUrl
{
    /// <summary>Why a URL is no target; null where it is one. The message never repeats the URL.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="allowsLoopback">Whether this machine's loopback is allowed.</param>
    public static string? Problem(string text, bool allowsLoopback)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return "must be an absolute URL";
        }

        if (url.UserInfo.Length > 0)
        {
            return "must have no user or password in it";
        }

        var isLoopback = url.IsLoopback;
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && isLoopback))
        {
            return "must be https; http is allowed to loopback alone";
        }

        if (isLoopback && !allowsLoopback)
        {
            return "must not be this machine's loopback unless NECTAR_ALERT_LOOPBACK=true";
        }

        return !isLoopback && IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && !IsPublic(address)
            ? "must not be a private, link-local or reserved address"
            : null;
    }

    /// <summary>Whether a connection may be made to an address.</summary>
    /// <param name="address">What a host's name resolved to.</param>
    /// <param name="isLoopbackTarget">Whether the target was allowed as this machine's loopback.</param>
    public static bool IsAllowed(IPAddress address, bool isLoopbackTarget) => isLoopbackTarget ? IPAddress.IsLoopback(address) : IsPublic(address);

    /// <summary>A URL as it may be shown: scheme and host; path and query are secrets with most services.</summary>
    public static string Masked(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return $"{url.Scheme}://{url.Authority}/…";
    }

    // IANA's special-purpose registries: whatever is not reachable from everywhere.
    private static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var b = ip.GetAddressBytes();
        return ip.AddressFamily == AddressFamily.InterNetwork
            ? b[0] is not (0 or 10 or 127 or >= 224)
                && !(b[0] == 100 && b[1] is >= 64 and <= 127)
                && !(b[0] == 169 && b[1] == 254)
                && !(b[0] == 172 && b[1] is >= 16 and <= 31)
                && !(b[0] == 192 && b[1] == 168)
                && !(b[0] == 192 && b[1] == 0 && b[2] is 0 or 2)
                && !(b[0] == 198 && b[1] is 18 or 19)
                && !(b[0] == 198 && b[1] == 51 && b[2] == 100)
                && !(b[0] == 203 && b[1] == 0 && b[2] == 113)
            // Global unicast is 2000::/3, less the ranges that carry or document other addresses.
            : (b[0] & 0xe0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xfe) == 0)
                && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8);
    }
}
