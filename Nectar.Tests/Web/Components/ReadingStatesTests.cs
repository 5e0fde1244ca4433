using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Components;
using Nectar.Web.Components.Controls;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>Each part of the page in its four states.</summary>
public sealed class ReadingStatesTests : BunitContext
{
    private static readonly IReadOnlyList<KeeperRow> keepers = [new KeeperRow(Samples.Picture().Keepers[0], new Reading<KeeperView>.Live(Samples.View(), Samples.Now), null)];
    private static readonly KeeperView view = Samples.View(
        Samples.Position(Samples.Borrower, 9_342_000, "opens an auction over 46 %"),
        Samples.Position("GHEALTHY", 15_000_000, "HF 1.5000 ≥ 1"));
    private static readonly LastLiquidation last = new(null, []);

    public ReadingStatesTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public static TheoryData<string> Parts => ["vault", "keepers", "positions", "last"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void While_loading_a_part_says_what_it_waits_for(string part)
    {
        var shown = Show(part, State.Loading);

        Assert.Contains("LOADING", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("deploying", shown.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_live_part_says_so_with_a_word(string part)
    {
        var shown = Show(part, State.Live);

        Assert.Contains("LIVE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("read at 12:00:00 UTC", shown.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_stale_part_keeps_its_value_and_tells_its_age_and_why(string part)
    {
        var shown = Show(part, State.Stale);

        Assert.Contains("STALE 42 s", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(ValueOf(part), shown.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void An_unavailable_part_tells_why_and_shows_no_value(string part)
    {
        var shown = Show(part, State.Unavailable);

        Assert.Contains("UNAVAILABLE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(ValueOf(part), shown.TextContent, StringComparison.Ordinal);
    }

    private enum State
    {
        Loading,
        Live,
        Stale,
        Unavailable,
    }

    private static string ValueOf(string part) => part switch
    {
        "vault" => "60,000.00",
        "keepers" => "5,000.00",
        "positions" => "0.9342",
        _ => "No liquidation yet",
    };

    private static Reading<T> Read<T>(T value, State state) => state switch
    {
        State.Loading => new Reading<T>.Loading("deploying contracts"),
        State.Live => new Reading<T>.Live(value, Samples.Now),
        State.Stale => new Reading<T>.Stale(value, Samples.Now, TimeSpan.FromSeconds(42), "connection refused"),
        _ => new Reading<T>.Unavailable("connection refused"),
    };

    private IElement Show(string part, State state)
    {
        RenderFragment content = part switch
        {
            "vault" => b =>
            {
                b.OpenComponent<VaultFigures>(0);
                b.AddComponentParameter(1, nameof(VaultFigures.Vault), Read(Samples.Picture(), state));
                b.AddComponentParameter(2, nameof(VaultFigures.Keepers), Read(keepers, state));
                b.AddComponentParameter(3, nameof(VaultFigures.Last), Read(last, state));
                b.AddComponentParameter(4, nameof(VaultFigures.Now), Samples.Now);
                b.CloseComponent();
            }
            ,
            "keepers" => b =>
            {
                b.OpenComponent<KeeperTable>(0);
                b.AddComponentParameter(1, nameof(KeeperTable.Reading), Read(keepers, state));
                b.AddComponentParameter(2, nameof(KeeperTable.Now), Samples.Now);
                b.CloseComponent();
            }
            ,
            "positions" => b =>
            {
                b.OpenComponent<PositionTable>(0);
                b.AddComponentParameter(1, nameof(PositionTable.Reading), Read(view, state));
                b.CloseComponent();
            }
            ,
            _ => b =>
            {
                b.OpenComponent<LiquidationTimeline>(0);
                b.AddComponentParameter(1, nameof(LiquidationTimeline.Reading), Read(last, state));
                b.AddComponentParameter(2, nameof(LiquidationTimeline.Now), Samples.Now);
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
