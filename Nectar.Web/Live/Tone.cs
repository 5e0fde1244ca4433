namespace Nectar.Web.Live;

/// <summary>What kind of line it is. Never told by colour alone: each has a glyph and a word.</summary>
public enum Tone
{
    /// <summary>Something to read past.</summary>
    Quiet,

    /// <summary>Something that happened.</summary>
    Info,

    /// <summary>Capital moved.</summary>
    Capital,

    /// <summary>Something ended well.</summary>
    Good,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Bad,
}
