using System.Globalization;
using System.Text.Json.Nodes;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>Every method of every parameter, given what it must not be.</summary>
public sealed class BadParametersTests(ServedNetwork network) : IClassFixture<ServedNetwork>
{
    // A call of each method that is right but for what a test changes, and what each of its parameters has to be.
    private static readonly Dictionary<string, (string Right, (string Path, string Rule)[] Parameters)> methods = new()
    {
        ["getHealth"] = ("{}", []),
        ["getNetwork"] = ("{}", []),
        ["getVersionInfo"] = ("{}", []),
        ["getFeeStats"] = ("{}", []),
        ["getLatestLedger"] = ("{}", [("xdrFormat", Rules.Text)]),
        ["getLedgerEntries"] = ("""{"keys":[""]}""", [("keys", Rules.List), ("keys/0", Rules.Text)]),
        ["simulateTransaction"] = (Rules.WithEnvelope, [
            ("transaction", Rules.Text), ("xdrFormat", Rules.Text), ("authMode", Rules.Text), ("useUpgradedAuth", Rules.Flag),
            ("resourceConfig", Rules.Object), ("resourceConfig/instructionLeeway", Rules.UInt64)]),
        ["sendTransaction"] = (Rules.WithEnvelope, [("transaction", Rules.Text), ("xdrFormat", Rules.Text)]),
        ["getTransaction"] = ("""{"hash":"00"}""", [("hash", Rules.Text)]),
        ["getTransactions"] = ("""{"startLedger":2}""", [
            ("startLedger", Rules.UInt32), ("pagination", Rules.Object), ("pagination/cursor", Rules.Text), ("pagination/limit", Rules.UInt32), ("xdrFormat", Rules.Text)]),
        ["getLedgers"] = ("""{"startLedger":2}""", [
            ("startLedger", Rules.UInt32), ("pagination", Rules.Object), ("pagination/cursor", Rules.Text), ("pagination/limit", Rules.UInt32), ("xdrFormat", Rules.Text)]),
        ["getEvents"] = ("""{"startLedger":2,"filters":[{"contractIds":[],"topics":[["*"]]}]}""", [
            ("startLedger", Rules.UInt32), ("endLedger", Rules.UInt32), ("filters", Rules.List), ("filters/0", Rules.Object), ("filters/0/type", Rules.Text),
            ("filters/0/contractIds", Rules.List), ("filters/0/topics", Rules.List), ("filters/0/topics/0", Rules.List), ("filters/0/topics/0/0", Rules.Text),
            ("pagination", Rules.Object), ("pagination/cursor", Rules.Text), ("pagination/limit", Rules.UInt32), ("xdrFormat", Rules.Text)]),
        ["localnet_closeLedgers"] = ("{}", [("count", Rules.UInt32), ("secondsApart", Rules.UInt32)]),
        ["localnet_setClosing"] = ("""{"mode":"onSubmit"}""", [("mode", Rules.Text), ("intervalMilliseconds", Rules.UInt64)]),
        ["localnet_increaseTime"] = ("{}", [("seconds", Rules.UInt32)]),
        ["localnet_snapshot"] = ("{}", []),
        ["localnet_revert"] = ("{}", [("id", Rules.UInt32)]),
        ["localnet_dumpState"] = ("{}", []),
        ["localnet_loadState"] = ("{}", [("state", Rules.Text)]),
        ["localnet_fund"] = ("""{"address":""}""", [("address", Rules.Text), ("stroops", Rules.Text)]),
    };

    private static readonly string[] values = ["true", "-1", "1.5", "1e400", "18446744073709551616", "\"text\"", "\"\\ud800\"", "[]", "{}"];

    public static TheoryData<string, string, string, string> Wrong { get; } = new(
        from method in methods
        from parameter in method.Value.Parameters
        from value in values
        where !Rules.Allows(parameter.Rule, value)
        select (method.Key, parameter.Path, parameter.Rule, value));

    public static TheoryData<string> Names { get; } = [.. methods.Keys];

    [Fact]
    public void Every_method_is_tested() => Assert.Equal(network.Application.Services.Methods.Order(), methods.Keys.Order());

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_value_of_another_type_is_named_with_its_place_and_rule(string method, string path, string rule, string value)
    {
        var (_, code, message) = await network.CallAsync(method, With(methods[method].Right, path, value));

        Assert.Equal(-32602, code);
        var place = path.Split('/').Aggregate((a, b) => char.IsDigit(b[0]) ? $"{a}[{b}]" : $"{a}.{b}");
        Assert.StartsWith($"{place} is ", message, StringComparison.Ordinal);
        Assert.EndsWith(value.Contains("ud800", StringComparison.Ordinal) && rule == Rules.Text ? "a string that is not Unicode text" : $"it must be {rule}", message, StringComparison.Ordinal);
        await network.AssertServesAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parameters_without_names_are_refused(string method)
    {
        Assert.Equal((null, -32602, "params are a list; they must be an object with named members"), await network.CallAsync(method, "[1]"));
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData("simulateTransaction", "transaction")]
    [InlineData("sendTransaction", "transaction")]
    [InlineData("getTransaction", "hash")]
    [InlineData("localnet_setClosing", "mode")]
    [InlineData("localnet_increaseTime", "seconds")]
    [InlineData("localnet_revert", "id")]
    [InlineData("localnet_loadState", "state")]
    [InlineData("localnet_fund", "address")]
    public async Task What_must_be_there_is_said_to_be_missing(string method, string parameter)
    {
        Assert.Equal((null, -32602, $"{parameter} is missing"), await network.CallAsync(method));
        Assert.Equal((null, -32602, $"{parameter} is missing"), await network.CallAsync(method, $$"""{"{{parameter}}":null}"""));
    }

    [Theory]
    [InlineData("getTransactions", """{"startLedger":2,"pagination":{"limit":201}}""", -32600, "pagination.limit is 201; at most 200 are allowed")]
    [InlineData("getLedgers", """{"startLedger":2,"pagination":{"limit":201}}""", -32600, "pagination.limit is 201; at most 200 are allowed")]
    [InlineData("getEvents", """{"startLedger":2,"pagination":{"limit":10001}}""", -32602, "pagination.limit is 10001; at most 10000 are allowed")]
    [InlineData("getEvents", """{"startLedger":2,"pagination":{"cursor":"0000000004294967296-0000000000"}}""", -32602, "pagination.cursor is given together with startLedger or endLedger; only one of both is allowed")]
    [InlineData("getEvents", """{"pagination":{"cursor":"12"}}""", -32602, "pagination.cursor is '12'; it must be the id of an event or the cursor of an earlier answer")]
    [InlineData("getEvents", "{}", -32602, "startLedger is missing or 0; it must be given where there is no pagination.cursor")]
    [InlineData("getTransactions", """{"pagination":{"cursor":"-1"}}""", -32602, "pagination.cursor is '-1'; it must be a number from 0 to 9223372036854775807")]
    [InlineData("getTransactions", """{"startLedger":2,"pagination":{"cursor":"4294967297"}}""", -32600, "startLedger and pagination.cursor are both given; only one of them is allowed")]
    [InlineData("getTransaction", """{"hash":"abc"}""", -32602, "hash is 'abc'; it must be 64 hex digits")]
    [InlineData("getLatestLedger", """{"xdrFormat":"xml"}""", -32602, "xdrFormat is 'xml'; it must be 'base64' or 'json'")]
    [InlineData("localnet_closeLedgers", """{"count":0}""", -32602, "count is 0; it must be from 1 to 1000000")]
    [InlineData("localnet_closeLedgers", """{"count":1000001}""", -32602, "count is 1000001; it must be from 1 to 1000000")]
    [InlineData("localnet_setClosing", """{"mode":"interval"}""", -32602, "intervalMilliseconds is missing; it must be from 10 to 86400000")]
    [InlineData("localnet_setClosing", """{"mode":"interval","intervalMilliseconds":9}""", -32602, "intervalMilliseconds is 9; it must be from 10 to 86400000")]
    [InlineData("localnet_setClosing", """{"mode":"byHand","intervalMilliseconds":10}""", -32602, "intervalMilliseconds goes only with the mode 'interval', not with 'byHand'")]
    [InlineData("localnet_setClosing", """{"mode":"never"}""", -32602, "mode is 'never'; it must be 'onSubmit', 'interval' or 'byHand'")]
    [InlineData("localnet_revert", """{"id":4294967295}""", -32602, "id is 4294967295; there is no such snapshot")]
    [InlineData("localnet_fund", """{"address":"CABC"}""", -32602, "address is 'CABC'; it must be that of an account (G…)")]
    [InlineData("localnet_fund", """{"address":"GAAA","stroops":"0"}""", -32602, "stroops is '0'; it must be a text of a whole number from 1 to 9223372036854775807")]
    public async Task A_value_out_of_its_range_is_refused(string method, string parameters, int code, string message)
    {
        Assert.Equal((null, code, message), await network.CallAsync(method, parameters));
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task A_ledger_that_is_not_kept_is_named_with_those_that_are()
    {
        var latest = network.Application.Services.Network.Latest.Sequence;
        foreach (var method in new[] { "getTransactions", "getLedgers", "getEvents" })
        {
            Assert.Equal(
                (null, -32600, $"startLedger is 4294967295; it must be between the oldest ledger 1 and the latest ledger {latest} that are kept"),
                await network.CallAsync(method, """{"startLedger":4294967295}"""));
        }
    }

    [Fact]
    public async Task The_clock_cannot_pass_the_year_9999()
    {
        // Each step is the longest that one call may ask for; sixty of them are more than are left.
        var (code, message) = (0, "");
        for (var i = 0; i < 60 && code == 0; i++)
        {
            (_, code, message) = await network.CallAsync("localnet_increaseTime", """{"seconds":4294967295}""");
        }

        Assert.Equal(-32602, code);
        Assert.Matches("^seconds is 4294967295; the network's clock stands at 9[0-9]{3}-.* and cannot pass the year 9999$", message);
        (_, code, message) = await network.CallAsync("localnet_closeLedgers", """{"count":60,"secondsApart":4294967295}""");
        Assert.Equal(-32602, code);
        Assert.StartsWith("secondsApart is 4294967295; the network's clock stands at ", message, StringComparison.Ordinal);
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task More_keys_than_200_are_refused()
    {
        var key = Rules.Key;
        Assert.Equal(
            (null, -32602, "keys has 201 elements; at most 200 are allowed"),
            await network.CallAsync("getLedgerEntries", $$"""{"keys":[{{string.Join(',', Enumerable.Repeat($"\"{key}\"", 201))}}]}"""));
        Assert.Equal(200, (await network.CallAsync("getLedgerEntries", $$"""{"keys":[{{string.Join(',', Enumerable.Repeat($"\"{key}\"", 200))}}]}""")).Result!.Value.GetProperty("entries").GetArrayLength());
    }

    private static string With(string right, string path, string value)
    {
        var root = JsonNode.Parse(right)!;
        var parts = path.Split('/');
        var at = root;
        foreach (var part in parts[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : at[part] ?? (at[part] = new JsonObject());
        }

        // The value's own text is kept, since some are no value that a node can hold.
        const string mark = "\"the value under test\"";
        var last = parts[^1];
        var node = JsonNode.Parse(mark)!;
        if (at is JsonArray items)
        {
            items[int.Parse(last, CultureInfo.InvariantCulture)] = node;
        }
        else
        {
            at[last] = node;
        }

        return root.ToJsonString().Replace(mark, value, StringComparison.Ordinal);
    }
}
