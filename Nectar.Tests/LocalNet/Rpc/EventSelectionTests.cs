using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class EventSelectionTests
{
    private static readonly ContractId contract = new(Enumerable.Repeat((byte)7, 32).ToArray());
    private static readonly SCVal fill = SCVal.FromSymbol("fill");
    private static readonly SCVal one = SCVal.FromUInt32(1);

    private static string Fill => fill.ToBase64();

    [Fact]
    public void Without_a_filter_every_event_passes() => Assert.True(new EventSelection(null).Passes(Event(fill)));

    [Theory]
    [InlineData("contract", true)]
    [InlineData("system", false)]
    [InlineData("system,contract", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public void A_type_lets_only_its_events_pass(string? type, bool passes) =>
        Assert.Equal(passes, Passes(new EventFilter { Type = type }, fill));

    [Fact]
    public void A_contract_lets_only_its_events_pass()
    {
        Assert.True(Passes(new EventFilter { ContractIds = [contract.ToString()] }, fill));
        Assert.False(Passes(new EventFilter { ContractIds = [new ContractId(new byte[32]).ToString()] }, fill));
    }

    public static TheoryData<string[], bool> Patterns => new()
    {
        { [Fill, "*"], true },
        { ["*", "*"], true },
        { [Fill], false },
        { [Fill, "*", "*"], false },
        { [one.ToBase64(), "*"], false },
        { ["**"], true },
        { [Fill, "**"], true },
        { [Fill, "*", "**"], true },
        { [Fill, "*", "*", "**"], false },
        { ["*", Fill], false },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_fits_topics_one_by_one_and_any_rest_only_where_it_is_open(string[] segments, bool passes) =>
        Assert.Equal(passes, Passes(new EventFilter { Topics = [segments] }, fill, one));

    [Fact]
    public void One_of_several_patterns_contracts_or_filters_must_fit()
    {
        Assert.True(Passes(new EventFilter { Topics = [["*"], [Fill, "*"]] }, fill, one));
        Assert.True(new EventSelection([new EventFilter { Type = "system" }, new EventFilter { Type = "contract" }]).Passes(Event(fill)));
    }

    [Fact]
    public void Within_one_filter_all_must_fit() =>
        Assert.False(Passes(new EventFilter { ContractIds = [contract.ToString()], Topics = [["*", "*"]] }, fill));

    public static TheoryData<string, EventFilter> Wrong => new()
    {
        { "filters[0] has type 'diagnostic'; allowed are 'contract', 'system', or both with a comma", new EventFilter { Type = "diagnostic" } },
        { "filters[0] has type ''; allowed are 'contract', 'system', or both with a comma", new EventFilter { Type = "contract," } },
        { "filters[0] has contract id 'GABC', which is no strkey of a contract (C…)", new EventFilter { ContractIds = ["GABC"] } },
        { "filters[0] has 6 contractIds; at most 5 are allowed", new EventFilter { ContractIds = [.. Enumerable.Repeat(contract.ToString(), 6)] } },
        { "filters[0] has 6 topics; at most 5 are allowed", new EventFilter { Topics = [.. Enumerable.Repeat(new[] { "*" }, 6)] } },
        { "filters[0].topics[0] has 0 segments; 1 to 4 are allowed, and '**' behind them", new EventFilter { Topics = [[]] } },
        { "filters[0].topics[1] has 5 segments; 1 to 4 are allowed, and '**' behind them", new EventFilter { Topics = [["*"], ["*", "*", "*", "*", "*"]] } },
        { "filters[0].topics[0][0] is '**', which is allowed only as the last segment", new EventFilter { Topics = [["**", "*"]] } },
        { "filters[0].topics[0][1] is 'fill', which is neither '*', '**' nor an SCVal in base64: SCValType: 4 bytes needed, 3 left at offset 0", new EventFilter { Topics = [["*", "fill"]] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_filter_is_refused_with_its_place_value_and_rule(string message, EventFilter filter)
    {
        var error = Assert.Throws<RpcErrorException>(() => new EventSelection([filter])).Error;

        Assert.Equal((RpcError.InvalidParams, message), (error.Code, error.Message));
    }

    [Fact]
    public void Five_filters_are_the_most() => Assert.Equal(
        "6 filters given; at most 5 are allowed",
        Assert.Throws<RpcErrorException>(() => new EventSelection([.. Enumerable.Repeat(new EventFilter(), 6)])).Error.Message);

    private static bool Passes(EventFilter filter, params SCVal[] topics) => new EventSelection([filter]).Passes(Event(topics));

    private static ContractEvent Event(params SCVal[] topics) => new(
        ExtensionPoint.V0.Instance, ContractID.From(contract), ContractEventType.Contract,
        new ContractEventBody.V0(new ContractEventV0(topics.ToXdrArray(), SCVal.FromBool(true))));
}
