using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Alerting;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

/// <summary>Every request that needs a role, by whoever has a lesser one, and what each role sees.</summary>
public sealed class RolesOverHttpTests
{
    private static readonly OperatorSettings three = new()
    {
        Viewers = new(new OperatorKey(KeyOf("viewer")), []),
        Operators = new(new OperatorKey(KeyOf("operator")), []),
        Admins = new(new OperatorKey(KeyOf("admin")), []),
    };

    private static readonly Dictionary<string, (string Needs, Func<Visitor, Task<(HttpStatusCode Status, string Page)>> Send)> requests = new()
    {
        ["sign out"] = ("viewer", v => v.PostAsync("/console/sign-out")),
        ["act on a keeper"] = ("operator", v => v.ActAsync(Samples.Alpha.ToString(), "Pause", "alpha")),
        ["test a target"] = ("operator", v => v.PostAsync("/console/alerts/test", fields: ("channel", "Webhook"))),
        ["set a rule"] = ("admin", v => v.PostAsync("/console/alerts/rules/XlmLow", true, ("isOn", "true"), ("threshold", "42"), ("coolOff", "60"))),
        ["silence a rule"] = ("admin", v => v.PostAsync("/console/alerts/rules/XlmLow", true, ("isOn", "true"), ("threshold", "100"), ("coolOff", "900"), ("silence", "8"))),
    };

    private static readonly string[] roles = ["nobody", "viewer", "operator", "admin"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Refused => Combinations(isRefused: true);

    public static TheoryData<string, string> Allowed => Combinations(isRefused: false);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Whoever_has_too_little_a_role_is_refused_told_which_is_needed_and_changes_nothing(string role, string request)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: three, alerts: receiver.Settings);
        using var visitor = await AsAsync(web, role);

        var (status, text) = await requests[request].Send(visitor);

        Assert.Equal(role == "nobody" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, status);
        Assert.Equal($"Not done: this needs the role {requests[request].Needs}, and {(role == "nobody" ? "nobody is signed in" : $"you are signed in as {role}")}.", text);
        Assert.DoesNotContain(await web.Services.GetRequiredService<OperatorJournal>().AuditAsync(10, Cancel), a => a.What != "sign in");
        Assert.All(await web.Services.GetRequiredService<AlertJournal>().SettingsAsync(AlertSetting.Default, Cancel), s => Assert.Equal(AlertSetting.Default(s.Rule), s));
        Assert.Empty(receiver.Told("test"));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Whoever_has_the_role_or_one_above_it_is_heard(string role, string request)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: three, alerts: receiver.Settings);
        using var visitor = await AsAsync(web, role);

        var (status, page) = await requests[request].Send(visitor);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(request switch { "sign out" => "Signed out.", "test a target" => "Delivered to Webhook", _ => "Done: " }, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", false, false, false)]
    [InlineData("viewer", true, false, false)]
    [InlineData("operator", true, true, false)]
    [InlineData("admin", true, true, true)]
    public async Task The_page_shows_each_role_what_it_may_see_and_only_the_buttons_that_it_may_press(string role, bool sees, bool acts, bool sets)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(operators: three, alerts: receiver.Settings);
        using var visitor = await AsAsync(web, role);

        var page = await visitor.GetAsync();

        Assert.Equal((sees, sees, sees), (Has("Audit log"), Has("Alerts delivered"), Has($"http://{receiver.Url.Authority}/")));
        Assert.Equal((acts, acts), (Has("data-operate=\"alpha\""), Has("action=\"/console/alerts/test\"")));
        Assert.Equal(sets, Has("action=\"/console/alerts/rules/XlmLow\""));
        Assert.Equal(sees, Has($"role <b data-role>{role}</b>"));

        bool Has(string text) => page.Contains(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_that_are_renewed_give_nobody_what_was_just_rendered_for_a_viewer()
    {
        await using var web = await WebFixture.StartAsync(operators: three);
        using var viewer = await AsAsync(web, "viewer");
        using var nobody = new Visitor(web);

        // Within the second for which a rendering is kept.
        var (seen, kept) = (await viewer.GetAsync("/live/console"), await nobody.GetAsync("/live/console"));

        Assert.Contains("data-island=\"deliveries\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("data-island=\"deliveries\"", kept, StringComparison.Ordinal);
        Assert.Contains("data-island=\"keepers\"", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_sign_in_all_see_where_alerts_go()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var web = await WebFixture.StartAsync(alerts: receiver.Settings);
        using var visitor = new Visitor(web);

        var page = await visitor.GetAsync();

        Assert.Contains($"http://{receiver.Url.Authority}/", page, StringComparison.Ordinal);
        Assert.Contains("Alerts delivered", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/console/alerts/test\"", page, StringComparison.Ordinal);
    }

    private static TheoryData<string, string> Combinations(bool isRefused)
    {
        var data = new TheoryData<string, string>();
        foreach (var role in roles)
        {
            foreach (var (name, (needs, _)) in requests)
            {
                if (Array.IndexOf(roles, role) < Array.IndexOf(roles, needs) == isRefused)
                {
                    data.Add(role, name);
                }
            }
        }

        return data;
    }

    private static string KeyOf(string role) => $"a key of the tests for {role}";

    private static async Task<Visitor> AsAsync(WebFixture web, string role)
    {
        var visitor = new Visitor(web);
        if (role != "nobody")
        {
            await visitor.SignInAsync(KeyOf(role));
        }

        return visitor;
    }
}
