using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>
/// The vault's whole life, replayed from its events: what its books were after each. It counts only from the vault's own
/// first event on, and only as far as the books that it comes to are those that the chain has.
/// </summary>
public sealed class VaultHistory
{
    private const int MaxMoments = 50_000;
    private readonly Lock door = new();

    // Written only behind what was handed out, so that readers share it instead of copying it.
    private VaultMoment[] moments = new VaultMoment[64];
    private int count;
    private VaultBooks books = VaultReplay.Empty;
    private VaultConfig? config;
    private string? gap = "the vault's events are not read yet";

    /// <summary>Why there is no history; null where there is one.</summary>
    public string? Gap
    {
        get
        {
            lock (door)
            {
                return gap;
            }
        }
    }

    /// <summary>All moments up to now, oldest first; empty where there is a gap. What is handed out never changes.</summary>
    public IReadOnlyList<VaultMoment> Moments
    {
        get
        {
            lock (door)
            {
                return gap is null ? (IReadOnlyList<VaultMoment>)new ArraySegment<VaultMoment>(moments, 0, count) : [];
            }
        }
    }

    /// <summary>Begins anew: the server forgot the place that was read last.</summary>
    public void Forget()
    {
        lock (door)
        {
            (moments, count, books, config, gap) = (new VaultMoment[64], 0, VaultReplay.Empty, null, "the vault's events are read anew");
        }
    }

    /// <summary>Adds events, oldest first.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="now">Its settings now: they hold from the start unless an event changes them.</param>
    /// <param name="events">What happened.</param>
    public void Add(ContractId vault, VaultConfig now, IEnumerable<EventInfo> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        lock (door)
        {
            config ??= now;
            foreach (var info in events)
            {
                if (VaultEvent.Read(info.Topics, info.Value) is { } happened)
                {
                    Add(vault, info, happened);
                }
            }
        }
    }

    /// <summary>Compares with what the chain says of a ledger: a difference means that events are missing.</summary>
    public void Check(LedgerNumber ledger, VaultState state)
    {
        lock (door)
        {
            if (gap is not null || count == 0)
            {
                return;
            }

            var place = Array.FindLastIndex(moments, count - 1, count, m => m.Ledger <= ledger);
            if (place >= 0 && moments[place].Books.StateAt(ledger) != state)
            {
                gap = $"the vault's events do not add up to its books in ledger {ledger}";
            }
        }
    }

    private void Add(ContractId vault, EventInfo info, VaultEvent happened)
    {
        if (count == 0)
        {
            // The constructor's own deposit is the first thing that a vault tells.
            var isFirst = happened is VaultEvent.Deposited(var user, _, _) && user == Core.Soroban.Xdr.SCAddress.From(vault);
            gap = isFirst ? null : "the server keeps no events from the vault's beginning";
        }

        if (gap is not null)
        {
            return;
        }

        if (happened is VaultEvent.ConfigSet(var changed))
        {
            config = changed;
        }

        books = VaultReplay.Apply(books, happened, info.Ledger, config!.VestingLedgers);
        MakeRoom();
        moments[count++] = new VaultMoment(info.Ledger, info.LedgerClosedAt, info.TxHash, happened, books);
    }

    /// <summary>Makes the array longer; where it is at its longest, drops the oldest.</summary>
    private void MakeRoom()
    {
        if (count < moments.Length)
        {
            return;
        }

        var dropped = count < MaxMoments ? 0 : MaxMoments / 10;
        var longer = new VaultMoment[Math.Min(2 * count, MaxMoments)];
        Array.Copy(moments, dropped, longer, 0, count - dropped);
        (moments, count) = (longer, count - dropped);
    }
}
