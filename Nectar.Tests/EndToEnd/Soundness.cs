using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Nectar.Tests.EndToEnd;

/// <summary>What every page owes in every state: axe finds nothing, and nothing sticks out of the window.</summary>
internal static class Soundness
{
    public static async Task ExpectAsync(IPage page, string state)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.Empty(found.Violations.Select(v => $"{state}: {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
        var wide = await page.EvaluateAsync<string[]>("""
            document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, .scroll-x')).map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(wide.Select(w => $"{state}: {w}"));
    }
}
