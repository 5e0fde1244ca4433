using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// A ledger and its state as bytes: a mark, the network's id, the header, the size of Soroban state and all entries in the order of their
/// keys, as XDR. Equal ledgers have equal bytes.
/// </summary>
internal static class StateDump
{
    private const string What = "the dumped state";

    // 1 January 9999: a clock that starts later has nowhere to go.
    private const ulong LastCloseTime = 253_370_764_800;

    private static ReadOnlySpan<byte> Mark => "NectarLocalNet 1"u8;

    public static byte[] Write(LedgerSnapshot snapshot)
    {
        using var writer = new XdrWriter();
        writer.WriteFixed(Mark);
        snapshot.Context.Network.Id.Encode(writer);
        snapshot.Header.Encode(writer);
        writer.WriteUInt32((uint)snapshot.State.Count);
        foreach (var entry in snapshot.State.Entries)
        {
            entry.Encode(writer);
        }

        return writer.Written.ToArray();
    }

    /// <exception cref="FormatException">The bytes are something else, or of another network.</exception>
    public static LedgerSnapshot Read(ReadOnlySpan<byte> dump, Network network)
    {
        try
        {
            return ReadOrThrow(dump, network);
        }
        catch (Exception error) when (error is XdrException or ArgumentException)
        {
            throw new FormatException($"{What} cannot be read: {error.Message}", error);
        }
    }

    private static LedgerSnapshot ReadOrThrow(ReadOnlySpan<byte> dump, Network network)
    {
        if (!dump.StartsWith(Mark))
        {
            throw new FormatException($"{What} does not begin with the mark of one");
        }

        var reader = new XdrReader(dump[Mark.Length..]);
        var id = Hash.Decode(ref reader);
        if (id != network.Id)
        {
            throw new FormatException($"{What} is of the network with the id {id}, this one is '{network.Passphrase}' with {network.Id}");
        }

        var header = LedgerHeader.Decode(ref reader);
        if (header.ScpValue.CloseTime > LastCloseTime)
        {
            throw new FormatException($"{What} has a ledger that closed at {header.ScpValue.CloseTime}; no clock goes beyond {LastCloseTime}");
        }

        var entries = reader.ReadArray(uint.MaxValue, 12, What, static (ref XdrReader r) => LedgerEntry.Decode(ref r));
        reader.End(What);
        var state = LedgerState.Of(entries);
        return new LedgerSnapshot(
            new ClosedLedger(header, HeaderHashes.Of(header), [], [], [], state.SorobanBytes),
            header,
            state,
            LedgerContext.Of(network, header));
    }
}
