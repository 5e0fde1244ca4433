using System.Text;

namespace Nectar.XdrGenerator;

/// <summary>
/// Turns the names of the protocol definition into C# names and into the names of the canonical JSON form. The word
/// rules are those of the Rust reference crate, since its JSON is what SEP-51 readers expect.
/// </summary>
internal static class XdrName
{
    /// <summary>Words joined with a capital each: <c>lastModifiedLedgerSeq</c> and <c>SCV_BOOL</c> alike.</summary>
    public static string Pascal(string name) =>
        string.Concat(Words(name).Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant()));

    /// <summary>Words in lower case joined with <c>_</c>: the JSON name of a field.</summary>
    public static string Snake(string name) =>
        string.Join('_', Words(name).Select(w => w.ToLowerInvariant()));

    /// <summary>The JSON name of an enum member or union arm: <c>_</c> before each capital of its Pascal form.</summary>
    public static string SnakeOfPascal(string pascal)
    {
        var text = new StringBuilder();
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>
    /// A type's C# name: the protocol's own, with a capital in front. What is signed in an envelope is a body, so that the two
    /// names are free for the transactions that people build and sign.
    /// </summary>
    public static string Type(string name) => name is "Transaction" or "FeeBumpTransaction" ? $"{name}Body" : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A type's name in the Rust reference crate, by which golden vectors name it.</summary>
    public static string RustType(string name) => name == "Error" ? "SError" : Pascal(name);

    /// <summary>Splits at <c>_</c>, before a capital after a small letter, and before the last capital of a run.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var part in name.Split('_', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            var wasLower = false;
            var wasUpper = false;
            for (var i = 0; i < part.Length; i++)
            {
                var lower = char.IsLower(part[i]) || (!char.IsUpper(part[i]) && wasLower);
                var upper = char.IsUpper(part[i]) || (!char.IsLower(part[i]) && wasUpper);
                var next = i + 1 < part.Length ? part[i + 1] : '_';
                if (lower && char.IsUpper(next))
                {
                    words.Add(part[start..(i + 1)]);
                    start = i + 1;
                    (wasLower, wasUpper) = (false, false);
                }
                else if (wasUpper && char.IsUpper(part[i]) && char.IsLower(next))
                {
                    words.Add(part[start..i]);
                    start = i;
                    (wasLower, wasUpper) = (false, false);
                }
                else
                {
                    (wasLower, wasUpper) = (lower, upper);
                }
            }

            if (start < part.Length)
            {
                words.Add(part[start..]);
            }
        }

        return words;
    }
}
