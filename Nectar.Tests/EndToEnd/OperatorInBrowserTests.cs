using Microsoft.Playwright;
using Nectar.Core.Operators;
using Nectar.Core.Soroban.Keys;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Operators;

namespace Nectar.Tests.EndToEnd;

public sealed class OperatorInBrowserTests
{
    private const string Key = "a key of the tests alone";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_signs_in_with_the_key_pauses_a_running_keeper_and_sees_it_paused_in_the_log_and_in_the_audit_log()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = RunningApp.Start(new Dictionary<string, string>
        {
            ["NECTAR_OPERATOR_KEY"] = Key,
            ["NECTAR_ALERT_SLACK"] = "https://hooks.slack.com/services/of-the-tests",
        });
        await app.WhenUpAsync(Cancel);
        var page = await browser.NewPageAsync(1600);
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(new Uri(app.Address, "/console").ToString());
        await page.Locator("[data-keeper='alpha'] [data-state='ok']").WaitForAsync();
        await Soundness.ExpectAsync(page, "signed out");

        await page.GetByLabel("Sign-in key").FillAsync(Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        var form = page.Locator("[data-operate='alpha']");
        await form.GetByLabel("Action").SelectOptionAsync("Pause");
        await form.GetByLabel("to confirm").FillAsync("alpha");
        await form.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();

        await page.GetByText("Done: pause. alpha is paused").WaitForAsync();
        await page.Locator("[data-audit='pause']").WaitForAsync();
        await page.Locator("[data-keeper='alpha']", new() { HasText = "PAUSED" }).WaitForAsync();
        await page.Locator("[data-log-lines] .log-line", new() { HasText = "SETTINGS" }).First.WaitForAsync();
        await page.Locator("[data-keeper='beta'] [data-state='ok']").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test to Slack" }).WaitForAsync();
        await Soundness.ExpectAsync(page, "signed in, with a target of alerts");
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData("viewer", 0)]
    [InlineData("operator", 1)]
    public async Task Whoever_is_no_admin_sees_no_button_that_is_not_theirs_and_axe_finds_nothing(string role, int forms)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings
        {
            Viewers = new(new OperatorKey($"{Key}, viewer"), []),
            Operators = new(new OperatorKey($"{Key}, operator"), []),
            Admins = new(new OperatorKey(Key), []),
        });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, "/console").ToString());

        await page.GetByLabel("Sign-in key").FillAsync($"{Key}, {role}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByText($"Signed in as {role} key, role {role}.", new() { Exact = true }).WaitForAsync();

        await page.Locator("[data-audit='sign in']").WaitForAsync();
        Assert.Equal((forms, 0), (await page.Locator("[data-operate]").CountAsync(), await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).CountAsync()));
        await Soundness.ExpectAsync(page, $"signed in as {role}");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_listed_account_signs_in_with_its_wallet_and_a_wallet_that_refuses_signs_nobody_in()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings { Operators = new(null, [Samples.Alpha]) });
        var page = await browser.NewPageAsync();
        var wallet = new FakeFreighter(Network.Standalone) { Key = Samples.KeyOf(1), Signs = false };
        await wallet.InstallAsync(page);
        await page.GotoAsync(new Uri(web.Address, "/console").ToString());
        var signIn = page.GetByRole(AriaRole.Button, new() { Name = "Sign in with Freighter" });

        await signIn.ClickAsync();
        await page.GetByText("Not signed in: The user rejected this request.").WaitForAsync();
        wallet.Signs = true;
        await signIn.ClickAsync();

        await page.GetByText($"Signed in as {Samples.Alpha}, role admin.").WaitForAsync();
        await page.Locator("[data-audit='sign in']").WaitForAsync();
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task The_practice_account_can_sign_in_once_it_is_listed_and_is_told_so_before()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings { Operators = new(null, [Samples.Alpha]) });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, "/console").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the practice account" }).ClickAsync();

        // Its signature is good, so that only the list stands in its way.
        var told = (await page.Locator("[data-told]").TextContentAsync())!;
        Assert.Matches("^Not signed in: G[A-Z2-7]{55} is not among NECTAR_VIEWER_ACCOUNTS, NECTAR_OPERATOR_ACCOUNTS or NECTAR_ADMIN_ACCOUNTS.$", told);
        Assert.Empty(browser.Complaints);
    }
}
