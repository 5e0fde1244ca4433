namespace Nectar.Web.Live;

/// <summary>How much of the log somebody wants to see, from everything to the least.</summary>
public enum LineLevel
{
    /// <summary>Every line.</summary>
    All,

    /// <summary>All but the looks at the pool.</summary>
    Events,

    /// <summary>What needs a look, and what went wrong.</summary>
    Warnings,

    /// <summary>What went wrong.</summary>
    Errors,
}
