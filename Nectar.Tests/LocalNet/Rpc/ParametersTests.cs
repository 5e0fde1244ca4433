using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class ParametersTests
{
    [Fact]
    public void What_is_null_is_not_given()
    {
        var given = Of("""{"a":null}""");

        Assert.Null(given.OptionalText("a"));
        Assert.Null(given.OptionalUInt32("a"));
        Assert.Null(given.OptionalObject("a"));
        Assert.Null(given.OptionalTexts("missing"));
        Assert.Null(Parameters.Of(null).OptionalText("a"));
    }

    [Theory]
    [InlineData("""{"a":5}""", "a is 5; it must be a string")]
    [InlineData("""{"a":{}}""", "a is an object; it must be a string")]
    [InlineData("""{"a":[1]}""", "a is a list; it must be a string")]
    [InlineData("""{"a":true}""", "a is true; it must be a string")]
    [InlineData("""{"a":"\ud800"}""", "a is a string that is not Unicode text")]
    [InlineData("{}", "a is missing")]
    public void A_text_must_be_one(string json, string message) => Refused(message, () => Of(json).Text("a"));

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("4294967296")]
    [InlineData("\"7\"")]
    [InlineData("1e400")]
    public void A_number_must_be_whole_and_of_32_bits(string value)
    {
        var shown = value.Replace('"', '\'');
        Refused($"a is {shown}; it must be a whole number from 0 to 4294967295", () => Of($"{{\"a\":{value}}}").OptionalUInt32("a"));
    }

    [Fact]
    public void What_is_inside_is_named_with_its_path()
    {
        Refused("page.limit is 'x'; it must be a whole number from 0 to 4294967295", () => Of("""{"page":{"limit":"x"}}""").OptionalObject("page")!.OptionalUInt32("limit"));
        Refused("list[1] is 2; it must be a string", () => Of("""{"list":["a",2]}""").OptionalTexts("list"));
        Refused("list[0][1] is true; it must be a string", () => Of("""{"list":[["a",true]]}""").OptionalTextLists("list"));
        Refused("list[0] is 'a'; it must be an object", () => Of("""{"list":["a"]}""").OptionalObjects("list"));
        Refused("list is 'a'; it must be a list", () => Of("""{"list":"a"}""").OptionalTexts("list"));
    }

    [Fact]
    public void A_long_value_is_not_repeated_in_full() =>
        Refused($"a is '{new string('x', 80)}…' (500 characters); it must be true or false", () => Of($"{{\"a\":\"{new string('x', 500)}\"}}").OptionalBool("a"));

    [Fact]
    public void Parameters_have_names() =>
        Refused("params are a list; they must be an object with named members", () => Of("[1]"));

    private static void Refused(string message, Func<object?> read)
    {
        var error = Assert.Throws<RpcErrorException>(read).Error;
        Assert.Equal((RpcError.InvalidParams, message), (error.Code, error.Message));
    }

    private static Parameters Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Parameters.Of(document.RootElement.Clone());
    }
}
