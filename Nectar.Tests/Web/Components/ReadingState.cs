namespace Nectar.Tests.Web.Components;

/// <summary>The four states of a reading.</summary>
public enum ReadingState
{
    /// <summary>Nothing has been read yet.</summary>
    Loading,

    /// <summary>It is fresh.</summary>
    Live,

    /// <summary>It is old.</summary>
    Stale,

    /// <summary>There is none.</summary>
    Unavailable,
}
