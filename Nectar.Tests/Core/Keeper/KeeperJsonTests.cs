using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperJsonTests
{
    public static TheoryData<Type> EventTypes => [.. Cases(typeof(KeeperEvent))];

    public static TheoryData<Type> StateTypes => [.. Cases(typeof(CaseState))];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Every_event_comes_back_from_JSON_as_it_was_and_names_its_kind_first(Type type)
    {
        var happened = (KeeperEvent)Sample(type);

        var json = KeeperJson.Write(happened);

        Assert.StartsWith("{\"kind\":\"", json, StringComparison.Ordinal);
        Assert.Equal(json, KeeperJson.Write(KeeperJson.ReadEvent(json)));
        Assert.IsType(type, KeeperJson.ReadEvent(json));
    }

    [Theory]
    [MemberData(nameof(StateTypes))]
    public void A_case_in_every_state_comes_back_from_JSON_as_it_was(Type type)
    {
        var stands = (LiquidationCase)Sample(typeof(LiquidationCase)) with { State = (CaseState)Sample(type) };

        var back = KeeperJson.ReadCase(KeeperJson.Write(stands));

        Assert.Equal(stands.State, back.State);
        Assert.Equal(KeeperJson.Write(stands), KeeperJson.Write(back));
    }

    [Fact]
    public void Amounts_beyond_what_a_JSON_number_holds_keep_every_digit()
    {
        var amount = new AssetAmount(default, Int128.MaxValue, 7);
        var happened = (KeeperEvent.Sold)Sample(typeof(KeeperEvent.Sold)) with { Asset = amount };

        var json = KeeperJson.Write(happened);

        Assert.Contains($"\"{Int128.MaxValue}\"", json, StringComparison.Ordinal);
        Assert.Equal(amount, ((KeeperEvent.Sold)KeeperJson.ReadEvent(json)).Asset);
    }

    [Fact]
    public void Another_kind_is_refused_rather_than_read_as_something()
    {
        Assert.Throws<JsonException>(() => KeeperJson.ReadEvent("{\"kind\":\"nonsense\"}"));
        Assert.Throws<JsonException>(() => KeeperJson.ReadEvent("null"));
    }

    private static List<Type> Cases(Type closed)
    {
        var nested = closed.GetNestedTypes().Where(t => t.IsSubclassOf(closed)).ToList();
        Assert.Equal(nested.Count, closed.GetCustomAttributes<JsonDerivedTypeAttribute>().Count());
        return nested;
    }

    private static object Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Sample(inner);
        }

        return type switch
        {
            _ when type == typeof(string) => "a reason",
            _ when type == typeof(bool) => true,
            _ when type == typeof(uint) => 7u,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 7_000_000_000,
            _ when type == typeof(Int128) => (Int128)long.MaxValue * 3,
            _ when type == typeof(Guid) => Guid.Parse("0198f2f0-0000-7000-8000-000000000001"),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 24, 15, 0, 1, TimeSpan.Zero),
            _ when type == typeof(LedgerNumber) => new LedgerNumber(5_123),
            _ when type == typeof(Usdc) => Usdc.Parse("1234.5678901"),
            _ when type == typeof(Ratio) => Ratio.Parse("0.9999999"),
            _ when type == typeof(Worth) => Worth.Parse("98765.4321"),
            _ when type == typeof(AccountId) => new AccountId(new byte[32]),
            _ when type == typeof(ContractId) => new ContractId(new byte[32]),
            _ when type == typeof(TransactionHash) => new TransactionHash(new byte[32]),
            _ when type == typeof(CaseState) => new CaseState.Stuck("a reason"),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
            _ when type.IsGenericType => Array(type.GetGenericArguments()[0]),
            _ => Record(type),
        };
    }

    private static Array Array(Type item)
    {
        var array = System.Array.CreateInstance(item, 1);
        array.SetValue(Sample(item), 0);
        return array;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
        {
            property.SetValue(made, Sample(property.PropertyType));
        }

        return made;
    }
}
