namespace Nectar.Web.Components;

/// <summary>The status that a page answers with where it has to say that something is missing or was asked for wrongly.</summary>
internal static class PageStatus
{
    /// <summary>Sets it as late as can be: one that is set before would show another page instead of this one, which says what is wrong.</summary>
    /// <param name="context">The request; null where the page is not rendered for one.</param>
    /// <param name="status">The status.</param>
    public static void AnswerWith(this HttpContext? context, int status) => context?.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
