using System.Globalization;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The place of an event: that of its operation, and its number there. Its text, nineteen digits, a dash and ten digits,
/// sorts like the place itself and is the event's id.
/// </summary>
/// <param name="Place">The operation's place.</param>
/// <param name="Event">The event's number at that place, from 0.</param>
internal readonly record struct EventCursor(OperationPlace Place, uint Event) : IComparable<EventCursor>
{
    /// <summary>Before the first event of a ledger.</summary>
    public static EventCursor StartOf(uint ledger) => new(new OperationPlace(ledger, 0, 0), 0);

    /// <summary>Behind the last event of a ledger.</summary>
    public static EventCursor EndOf(uint ledger) =>
        new(new OperationPlace(ledger, OperationPlace.LastTransaction, OperationPlace.LastOperation), uint.MaxValue);

    /// <summary>Reads the text of a cursor.</summary>
    public static bool TryParse(string text, out EventCursor cursor)
    {
        cursor = default;
        if (text.Split('-') is not [var place, var number]
            || !OperationPlace.TryParse(place, out var at)
            || !uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        cursor = new EventCursor(at, index);
        return true;
    }

    /// <summary>The place right behind this one. The largest number stays: no event has it, it only ends a ledger.</summary>
    public EventCursor Next() => Event < uint.MaxValue ? this with { Event = Event + 1 } : this;

    /// <inheritdoc/>
    public int CompareTo(EventCursor other) =>
        Place.Value != other.Place.Value ? Place.Value.CompareTo(other.Place.Value) : Event.CompareTo(other.Event);

    /// <summary>The event's id.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place.Value:D19}-{Event:D10}");
}
