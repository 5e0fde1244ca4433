using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class LogLinesTests
{
    private static readonly Dictionary<ContractId, string> symbols = new() { [Samples.Xlm] = "XLM" };

    public static TheoryData<Type> Kinds => [.. typeof(KeeperEvent).GetNestedTypes(BindingFlags.Public).Where(t => t.IsSubclassOf(typeof(KeeperEvent)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_a_line_with_a_glyph_and_a_word(Type kind)
    {
        var happened = (KeeperEvent)Make(kind);

        var line = LogLines.Of(new FeedLine(1, happened), symbols);

        Assert.NotEmpty(line.Glyph);
        Assert.Equal(line.Word.ToUpperInvariant(), line.Word);
        Assert.NotEmpty(line.Text);
        Assert.DoesNotContain("Nectar.", line.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_312_000, "HF 1.0312 ≥ 1", "30 in debt, 0 liquidatable · lowest {0} HF 1.0312 ≥ 1")]
    [InlineData(9_312_000, "an auction is open", "30 in debt, 0 liquidatable, lowest health 0.9312 · {0} an auction is open")]
    [InlineData(null, "HF 1.0312 ≥ 1", "30 in debt, 0 liquidatable · {0} HF 1.0312 ≥ 1")]
    public void A_look_tells_the_lowest_health_once(int? health, string reason, string text)
    {
        var look = Samples.Look with { LowestHealth = health is { } h ? new Ratio(h) : null, Reasons = [new(Samples.Borrower, reason)] };

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, text, Shown.Address(Samples.Borrower)), LogLines.Of(new FeedLine(1, look), symbols).Text);
    }

    [Fact]
    public void A_detection_tells_health_debt_and_collateral()
    {
        var line = LogLines.Of(new FeedLine(1, Samples.Detected(Guid.Empty)), symbols);

        Assert.Equal($"{Shown.Address(Samples.Borrower)} health 0.9312, owes 900.00 USD against 1,000.00 USD", line.Text);
    }

    [Theory]
    [InlineData(CaseStep.Sale, "for at least 60.9 USDC", "0.0010163 XLM for at least 60.9 USDC")]
    [InlineData(CaseStep.Purchase, "for at most 61 USDC", "0.0010163 XLM for at most 61 USDC")]
    public void A_trade_names_its_token_and_counts_it_as_every_other_line_does(CaseStep step, string bound, string text)
    {
        var intended = new KeeperEvent.StepIntended(step, null, $"10163 units of {Samples.Xlm} {bound}") { KeeperName = "alpha" };
        var failed = new KeeperEvent.StepFailed(step, $"the exchange gives no quote for 10163 units of {Samples.Xlm}", null, null) { KeeperName = "alpha" };

        Assert.Equal(text, LogLines.Of(new FeedLine(1, intended), symbols).Text);
        Assert.EndsWith("gives no quote for 0.0010163 XLM", TraceSteps.Of(new FeedLine(1, failed), symbols).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_without_a_name_keeps_its_id_and_its_units()
    {
        var words = $"10163 units of {Samples.Pool} for at least 60.9 USDC";

        Assert.Equal(words, LogLines.Of(new FeedLine(1, new KeeperEvent.StepIntended(CaseStep.Sale, null, words) { KeeperName = "alpha" }), symbols).Text);
    }

    // A plain value for each parameter, so that a new kind of event is tested from the day it exists.
    private static object Make(Type type)
    {
        if (type == typeof(KeeperEvent.CycleFailed))
        {
            return Samples.Line(1);
        }

        var constructor = type.GetConstructors().Single();
        var happened = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
        type.GetProperty(nameof(KeeperEvent.KeeperName))!.SetValue(happened, "alpha");
        return happened;
    }

    private static object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => "words",
        _ when type == typeof(IReadOnlyList<AssetAmount>) => new List<AssetAmount> { new(Samples.Xlm, 5_0000000, 7) },
        _ when type == typeof(AssetAmount) => new AssetAmount(Samples.Xlm, 5_0000000, 7),
        _ when type == typeof(IReadOnlyList<WhyNot>) => new List<WhyNot> { new(Samples.Borrower, "HF 1.0312 ≥ 1") },
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };
}
