using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;
using Nectar.Core.Alerts;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Operators;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Components;
using Nectar.Web.Components.Consoles;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components.Consoles;

/// <summary>Each part of the console in its four states.</summary>
public sealed class ConsoleStatesTests : BunitContext
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    public ConsoleStatesTests() => Services.AddMudServices();

    /// <summary>The components of these parts.</summary>
    internal static IReadOnlyList<Type> Components { get; } = [typeof(KeeperCards), typeof(LookReasons), typeof(CaseTrace), typeof(AuditLog), typeof(DeliveryLog)];

    public static TheoryData<string> Parts => ["keepers", "looks", "trace", "audit", "deliveries"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void While_loading_a_part_says_what_it_waits_for(string part)
    {
        var shown = Show(part, 0);

        Assert.Contains("LOADING", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("deploying", shown.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_live_part_says_so_with_a_word_and_shows_its_value(string part)
    {
        var shown = Show(part, 1);

        Assert.Contains("LIVE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains(ValueOf(part), shown.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_stale_part_keeps_its_value_and_tells_its_age_and_why(string part)
    {
        var shown = Show(part, 2);

        Assert.Contains("STALE 42 s", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains(ValueOf(part), shown.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void An_unavailable_part_tells_why_and_shows_no_value(string part)
    {
        var shown = Show(part, 3);

        Assert.Contains("UNAVAILABLE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ValueOf(part), shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_traced_step_has_its_ledger_whole_hash_exact_amounts_and_fee()
    {
        var step = Show("trace", 1).QuerySelector("[data-step='FILLED']")!;

        Assert.Contains("ledger 120, 20 after detection", step.TextContent, StringComparison.Ordinal);
        Assert.Contains(Samples.Hash.ToString(), step.TextContent, StringComparison.Ordinal);
        Assert.Contains("12.3456789 USDC", step.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.2345678 USDC", step.TextContent, StringComparison.Ordinal);
        Assert.Contains("0.0012345 XLM", step.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_names_every_reason_with_its_figures_and_whose_position_it_is()
    {
        var reasons = Show("looks", 1).QuerySelectorAll(".reasons li").Select(r => r.TextContent.Trim()).ToList();

        Assert.Equal(2, reasons.Count);
        Assert.StartsWith(Shown.Address(Samples.Borrower), reasons[0], StringComparison.Ordinal);
        Assert.EndsWith("HF 1.0312 ≥ 1", reasons[0], StringComparison.Ordinal);
        Assert.Equal("brings 0.97 for each unit of cost", reasons[1]);
    }

    private static string ValueOf(string part) => part switch
    {
        "keepers" => "WATCHING, last sign 2 s ago",
        "looks" => "HF 1.0312 ≥ 1",
        "audit" => "minimum profit 1.0050000",
        "deliveries" => "NOT DELIVERED, status 404",
        _ => "Returned, ended",
    };

    private static Reading<T> Read<T>(T value, int state) => state switch
    {
        0 => new Reading<T>.Loading("deploying contracts"),
        1 => new Reading<T>.Live(value, Samples.Now),
        2 => new Reading<T>.Stale(value, Samples.Now, TimeSpan.FromSeconds(42), "connection refused"),
        _ => new Reading<T>.Unavailable("connection refused"),
    };

    private static IReadOnlyList<ConsoleKeeper> Keepers() =>
    [
        new ConsoleKeeper(
            "alpha", Samples.Alpha.ToString(), Samples.Network().Keepers[0], KeeperSettings.Of(Samples.Network().Keepers[0]), new Reading<KeeperView>.Live(Samples.View(), Samples.Now),
            new Heartbeat.Beating(TimeSpan.FromSeconds(2)), null, Samples.Picture().Keepers[0], 50_000_000),
    ];

    private static IReadOnlyList<FeedLine> Looks() =>
    [
        new FeedLine(9, new KeeperEvent.CycleEnded(
            4, 3, 0, 0, new Ratio(10_312_000), new LedgerNumber(300), [new(Samples.Borrower, "HF 1.0312 ≥ 1"), new(null, "brings 0.97 for each unit of cost")])
        { KeeperName = "alpha", At = Samples.Now, Ledger = new LedgerNumber(120) }),
    ];

    private static CaseTimeline Timeline() => new(
        Samples.Case(id, new CaseState.Returned()), [new FeedLine(1, Samples.Detected(id)), new FeedLine(2, Samples.Liquidated(id))]);

    private IElement Show(string part, int state)
    {
        RenderFragment content = part switch
        {
            "keepers" => b =>
            {
                b.OpenComponent<KeeperCards>(0);
                b.AddComponentParameter(1, nameof(KeeperCards.Reading), Read(Keepers(), state));
                b.AddComponentParameter(2, nameof(KeeperCards.Now), Samples.Now);
                b.CloseComponent();
            }
            ,
            "looks" => b =>
            {
                b.OpenComponent<LookReasons>(0);
                b.AddComponentParameter(1, nameof(LookReasons.Reading), Read(Looks(), state));
                b.CloseComponent();
            }
            ,
            "audit" => b =>
            {
                b.OpenComponent<AuditLog>(0);
                b.AddComponentParameter(1, nameof(AuditLog.Reading), Read<IReadOnlyList<AuditEntry>>(
                    [new AuditEntry(Samples.Now, "operator key", "set minimum profit", "alpha", "minimum profit 1.0000000", "minimum profit 1.0050000")], state));
                b.CloseComponent();
            }
            ,
            "deliveries" => b =>
            {
                b.OpenComponent<DeliveryLog>(0);
                b.AddComponentParameter(1, nameof(DeliveryLog.Reading), Read<IReadOnlyList<AlertDelivery>>(
                    [new AlertDelivery(Samples.Now, "case failed", "slack", "https://hooks.slack.com/…", "it failed", false, "status 404")], state));
                b.CloseComponent();
            }
            ,
            _ => b =>
            {
                b.OpenComponent<CaseTrace>(0);
                b.AddComponentParameter(1, nameof(CaseTrace.Reading), Read(Timeline(), state));
                b.CloseComponent();
            }
            ,
        };
        return Render(b =>
        {
            b.OpenElement(0, "main");
            b.AddContent(1, content);
            b.CloseElement();
        }).Find("main");
    }
}
