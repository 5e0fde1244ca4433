using Nectar.Tests.Support;
using Nectar.Tests.Web;

namespace Nectar.Tests.EndToEnd;

public sealed class MotionTests
{
    [Theory]
    [InlineData(true, "arrive")]
    [InlineData(false, "none")]
    public async Task A_new_line_fades_in_only_for_those_who_have_not_asked_for_less_motion(bool hasMotion, string animation)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        var page = await browser.NewPageAsync(hasMotion: hasMotion);
        await page.GotoAsync(web.Address.ToString());
        await page.GetByText("● FOLLOWING").WaitForAsync();

        await web.Journal.AppendAsync(Samples.Line(1), null, TestContext.Current.CancellationToken);
        var line = page.Locator("[data-id='1']");
        await line.WaitForAsync();

        Assert.Equal(animation, await line.EvaluateAsync<string>("line => getComputedStyle(line).animationName"));
        if (!hasMotion)
        {
            // Nor does anything else on the page move.
            Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
        }
    }
}
