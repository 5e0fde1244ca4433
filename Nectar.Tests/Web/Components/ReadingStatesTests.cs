using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;
using Nectar.Tests.Web.Components.Consoles;
using Nectar.Web.Components;
using Nectar.Web.Components.Controls;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>Each part of a page in its four states, and that no part is missing here.</summary>
public sealed class ReadingStatesTests : BunitContext
{
    public ReadingStatesTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public static TheoryData<string> Parts => [.. ReadingParts.All.Keys.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void While_loading_a_part_says_what_it_waits_for_and_shows_no_value(string part)
    {
        var (shown, value) = Show(part, ReadingState.Loading);

        Assert.Contains("LOADING", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("deploying contracts", shown.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(value, shown.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_live_part_says_so_with_a_word_and_shows_its_value(string part)
    {
        var (shown, value) = Show(part, ReadingState.Live);

        Assert.Contains("LIVE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("read at 12:00:00 UTC", shown.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(value, shown.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_stale_part_keeps_its_value_and_tells_its_age_and_why(string part)
    {
        var (shown, value) = Show(part, ReadingState.Stale);

        Assert.Contains("STALE 42 s", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(value, shown.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void An_unavailable_part_tells_why_and_shows_no_value(string part)
    {
        var (shown, value) = Show(part, ReadingState.Unavailable);

        Assert.Contains("UNAVAILABLE", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("connection refused", shown.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(value, shown.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_component_that_is_given_a_reading_is_shown_in_its_four_states()
    {
        // Pages and their islands are made of parts; a panel and a badge are what parts are made of.
        var given = typeof(Overview).Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract && !t.Name.EndsWith("Islands", StringComparison.Ordinal) && t.Namespace?.EndsWith(".Pages", StringComparison.Ordinal) is not true)
            .Where(t => t.GetProperties().Any(p => p.IsDefined(typeof(ParameterAttribute), false) && HasReading(p.PropertyType)))
            .Where(t => t != typeof(ReadingPanel<>) && t != typeof(StateBadge<>));

        Assert.Equal(
            ReadingParts.All.Keys.Concat(ConsoleStatesTests.Components).Select(t => t.Name).Order(StringComparer.Ordinal),
            given.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    private static bool HasReading(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Reading<>)
        || (type.Namespace == typeof(Overview).Namespace && type.GetProperties().Any(p => p.PropertyType != type && HasReading(p.PropertyType)))
        || type.GenericTypeArguments.Any(HasReading);

    private (IElement Shown, string Value) Show(string name, ReadingState state)
    {
        var (component, part) = ReadingParts.All.Single(p => p.Key.Name == name);
        var shown = Render(b =>
        {
            b.OpenElement(0, "main");
            b.OpenComponent(1, component);
            b.AddMultipleAttributes(2, part.Given(state)!);
            b.CloseComponent();
            b.CloseElement();
        });
        return (shown.Find("main"), part.Value);
    }
}
