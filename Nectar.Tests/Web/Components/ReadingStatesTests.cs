using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Components.Consoles;
using Nectar.Web.Components;
using Nectar.Web.Components.Controls;
using Nectar.Web.Components.Positions;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>Each part of a page in its four states, and that no part is missing here.</summary>
public sealed class ReadingStatesTests : BunitContext
{
    // The strip tells how fresh the rest is; both others show what the journal kept, next to what is proven of now.
    private static readonly Dictionary<string, string> unproven = new()
    {
        [nameof(StatusStrip)] = "it is the proof's own ledger, RPC and age",
        [nameof(HealthCurve)] = "what keepers saw in ledgers that no RPC server can be asked for; the position of now is proven beside it",
        [nameof(PositionCases)] = "each case is proven behind its link",
    };

    public ReadingStatesTests()
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Samples.Now));
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

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_with_figures_names_their_source_ledger_age_RPC_a_command_and_a_way_to_read_them_again(string part)
    {
        if (unproven.ContainsKey(part))
        {
            return;
        }

        var proofs = Show(part, ReadingState.Live).Shown.QuerySelectorAll(".proof");

        Assert.NotEmpty(proofs);
        // What counts lines of the journal is read again by reading the lines; all else has a command.
        Assert.Contains(proofs, p => p.QuerySelector("pre")?.TextContent.StartsWith("stellar ", StringComparison.Ordinal) == true);
        Assert.All(proofs, p =>
        {
            Assert.Contains("the embedded network’s, here at /rpc", p.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(p.QuerySelectorAll("a[href]"));
            if (p.QuerySelector("pre") is not { } command)
            {
                return;
            }

            var lines = p.QuerySelectorAll("dt").Select(t => t.TextContent).ToList();
            Assert.Contains(lines, l => l is "Contract" or "Transaction" or "Key");
            Assert.Contains($"--network-passphrase \"{Samples.Network().Network.Passphrase}\" --rpc-url http://localhost/rpc", command.TextContent, StringComparison.Ordinal);
            Assert.NotNull(p.QuerySelector("button[data-copy]"));
            Assert.True(lines.Contains("Key") || (lines.Contains("Read in") && lines.Contains("Age")), p.TextContent);
        });
    }

    [Fact]
    public void A_network_elsewhere_is_proven_by_its_hosts_and_never_by_a_whole_address_which_may_hold_a_key()
    {
        var network = Samples.Network() with { IsEmbedded = false, Label = "testnet", RpcHosts = ["one.example", "two.example"] };

        var proof = Render<Proof>(p => p.Add(c => c.Network, network).Add(c => c.Function, "position").Add(c => c.Address, Samples.Borrower)
            .Add(c => c.Ledger, new LedgerNumber(1_234)).Add(c => c.At, Samples.Now));

        Assert.Equal(
            [$"{network.Vault}", "position", $"--user {Samples.Borrower}", "ledger 1,234", "0 s, since 12:00:00 UTC", "testnet, by one.example or two.example"],
            proof.FindAll("dd").Select(d => d.TextContent));
        Assert.Equal(
            $"stellar contract invoke --id {network.Vault} --network-passphrase \"{network.Network.Passphrase}\" --rpc-url $SOROBAN_RPC --source-account G… --send=no -- position --user {Samples.Borrower}",
            proof.Find("pre").TextContent);
        Assert.Equal($"/api/read/position?address={Samples.Borrower}", proof.Find("a").GetAttribute("href"));
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
