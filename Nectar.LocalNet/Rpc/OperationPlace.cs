using System.Globalization;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// A place in the history as one number that sorts in time, which cursors are made of: ledger, transaction and operation
/// in 32, 20 and 12 bits (SEP-35). Transactions count from 1.
/// </summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Transaction">The transaction's place in it, from 1; 0 stands before and <see cref="LastTransaction"/> behind all.</param>
/// <param name="Operation">The operation.</param>
internal readonly record struct OperationPlace(uint Ledger, uint Transaction, uint Operation)
{
    /// <summary>The largest place of a transaction, which stands behind all of a ledger.</summary>
    public const uint LastTransaction = 0xFFFFF;

    /// <summary>The largest place of an operation, which stands behind all of a transaction.</summary>
    public const uint LastOperation = 0xFFF;

    /// <summary>The number.</summary>
    public ulong Value => ((ulong)Ledger << 32) | ((ulong)Transaction << 12) | Operation;

    /// <summary>Takes a number apart.</summary>
    public static OperationPlace Of(ulong value) =>
        new((uint)(value >> 32), (uint)((value >> 12) & LastTransaction), (uint)(value & LastOperation));

    /// <summary>Reads the number in decimal: at most 2^63 − 1, as for every program that keeps it in a signed integer.</summary>
    public static bool TryParse(string text, out OperationPlace place)
    {
        var good = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        place = Of((ulong)value);
        return good;
    }

    /// <summary>The number in decimal.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
