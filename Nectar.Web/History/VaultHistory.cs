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
    private List<VaultMoment> moments = [];
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

    /// <summary>All moments, oldest first; empty where there is a gap.</summary>
    public IReadOnlyList<VaultMoment> Moments
    {
        get
        {
            lock (door)
            {
                return gap is null ? [.. moments] : [];
            }
        }
    }

    /// <summary>Begins anew: the server forgot the place that was read last.</summary>
    public void Forget()
    {
        lock (door)
        {
            (moments, books, config, gap) = ([], VaultReplay.Empty, null, "the vault's events are read anew");
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
            if (gap is not null || moments.Count == 0)
            {
                return;
            }

            var place = moments.FindLastIndex(m => m.Ledger <= ledger);
            if (place >= 0 && moments[place].Books.StateAt(ledger) != state)
            {
                gap = $"the vault's events do not add up to its books in ledger {ledger}";
            }
        }
    }

    private void Add(ContractId vault, EventInfo info, VaultEvent happened)
    {
        if (moments.Count == 0)
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
        moments.Add(new VaultMoment(info.Ledger, info.LedgerClosedAt, info.TxHash, happened, books));
        if (moments.Count > MaxMoments)
        {
            moments.RemoveRange(0, MaxMoments / 10);
        }
    }
}
