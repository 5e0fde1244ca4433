using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Nectar.Web.Operators;

/// <summary>Carries what came of a form to the page that is shown next. Only a random name stands in the address, so that no link can put words into the page.</summary>
internal sealed class NoticeBook
{
    private const int Most = 200;
    private readonly Lock door = new();
    private readonly Dictionary<string, Notice> waiting = [];
    private readonly Queue<string> order = new();

    /// <summary>Puts one in; gives its name.</summary>
    public string Put(Notice notice)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        lock (door)
        {
            waiting[name] = notice;
            order.Enqueue(name);
            if (order.Count > Most)
            {
                waiting.Remove(order.Dequeue());
            }
        }

        return name;
    }

    /// <summary>Sends whoever sent a form back to the console, which shows the notice.</summary>
    public RedirectHttpResult Show(Notice notice) => TypedResults.Redirect($"/console?told={Put(notice)}#operate");

    /// <summary>Takes one out; null where there is none of that name, or it was taken before.</summary>
    public Notice? Take(string? name)
    {
        lock (door)
        {
            return name is not null && waiting.Remove(name, out var notice) ? notice : null;
        }
    }
}
