using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// A pattern of topics: each segment is a value or any one topic (<c>*</c>); a last <c>**</c> takes whatever follows.
/// Without it an event must have exactly as many topics.
/// </summary>
internal sealed class TopicPattern
{
    private const int MaxSegments = 4;
    private const string AnyOne = "*";
    private const string AnyRest = "**";

    // Null is any one topic.
    private readonly SCVal?[] segments;
    private readonly bool isOpen;

    /// <summary>Reads the segments.</summary>
    /// <param name="texts">Values in base64, <c>*</c>, or at the end <c>**</c>.</param>
    /// <param name="what">The pattern, for errors.</param>
    public TopicPattern(IReadOnlyList<string> texts, string what)
    {
        isOpen = texts is [.., AnyRest];
        segments = new SCVal?[isOpen ? texts.Count - 1 : texts.Count];
        if (texts.Count == 0 || segments.Length > MaxSegments)
        {
            throw Refusal.Parameter($"{what} has {texts.Count} segments; 1 to {MaxSegments} are allowed, and '**' behind them");
        }

        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = texts[i] == AnyOne ? null : ReadValue(texts[i], $"{what}[{i}]");
        }
    }

    /// <summary>Whether the topics of an event fit.</summary>
    public bool Matches(XdrArray<SCVal> topics)
    {
        if (isOpen ? topics.Count < segments.Length : topics.Count != segments.Length)
        {
            return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is { } wanted && wanted != topics[i])
            {
                return false;
            }
        }

        return true;
    }

    private static SCVal ReadValue(string text, string what)
    {
        if (text == AnyRest)
        {
            throw Refusal.Parameter($"{what} is '**', which is allowed only as the last segment");
        }

        try
        {
            return XdrCodec.FromBase64<SCVal>(text);
        }
        catch (XdrException error)
        {
            throw Refusal.Parameter($"{what} is {Refusal.Shown(text)}, which is neither '*', '**' nor an SCVal in base64: {error.Message}");
        }
    }
}
