using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Values;

/// <summary>The parts of an event: its name, the topics behind it, and its data.</summary>
internal readonly record struct EventParts(string Name, XdrArray<SCVal> Topics, SCVal Data)
{
    /// <summary>Null where the first topic is no symbol: not an event of ours.</summary>
    public static EventParts? Of(IReadOnlyList<SCVal> topics, SCVal data) =>
        topics is [SCVal.Symbol(var name), ..] ? new EventParts(name.ToString(), topics.Skip(1).ToXdrArray(), data) : null;

    /// <summary>A field of data that is a map.</summary>
    public SCVal this[string field] => Data.Field(field);

    /// <summary>A place of data that is a vec.</summary>
    public SCVal this[int place] => Data.ToVec() is var items && place < items.Count
        ? items[place]
        : throw new XdrException(Name, $"the data has no place {place}");

    /// <summary>A topic behind the name.</summary>
    public SCVal Topic(int place) => place < Topics.Count
        ? Topics[place]
        : throw new XdrException(Name, $"the event has no topic {place + 1}");
}
