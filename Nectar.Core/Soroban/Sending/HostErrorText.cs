using System.Text.RegularExpressions;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Sending;

/// <summary>
/// The one place that reads meaning out of text: a failed simulation has its error only as the host's
/// <c>HostError: Error(Contract, #5)</c>, while an applied transaction has it as a value in its events.
/// </summary>
internal static partial class HostErrorText
{
    /// <summary>Null where the text does not begin with a host error.</summary>
    public static (SCErrorType Type, uint Number)? Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || !Enum.TryParse<SCErrorType>(match.Groups["type"].Value, out var type))
        {
            return null;
        }

        var number = match.Groups["number"];
        if (number.Success)
        {
            return uint.TryParse(number.ValueSpan, out var own) ? (type, own) : null;
        }

        return Enum.TryParse<SCErrorCode>(match.Groups["code"].Value, out var code) ? (type, (uint)code) : null;
    }

    [GeneratedRegex(@"^(host invocation failed\s*Caused by:\s*)?HostError: Error\((?<type>[A-Za-z]+), (#(?<number>[0-9]+)|(?<code>[A-Za-z]+))\)")]
    private static partial Regex Pattern();
}
