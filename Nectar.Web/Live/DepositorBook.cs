using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.Web.History;

namespace Nectar.Web.Live;

/// <summary>
/// Who paid in and out, as the vault's events tell from the oldest ledger that the server keeps. Whoever's shares differ
/// from what the events add up to came earlier or moved shares as a token: what they paid in is then unknown.
/// </summary>
/// <param name="history">Is told the same events.</param>
internal sealed class DepositorBook(VaultHistory history)
{
    private const uint PageSize = 1_000;
    private const int MaxPages = 50;
    private readonly Lock door = new();
    private readonly Dictionary<string, (Shares Shares, Usdc PaidIn)> accounts = [];
    private VaultConfig? config;
    private string? cursor;

    /// <summary>Reads events on from where the last call ended.</summary>
    public async Task ReadOnAsync(NetworkInUse network, CancellationToken cancel)
    {
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var request = new GetEventsRequest
            {
                StartLedger = cursor is null ? (await network.Server.GetHealthAsync(cancel)).ValueOrThrow().OldestLedger : null,
                Filters = [new EventFilter { Type = "contract", ContractIds = [network.Vault.ToString()] }],
                Pagination = new Pagination(cursor, PageSize),
            };
            var answer = await network.Server.GetEventsAsync(request, cancel);
            if (answer is RpcResult<GetEventsResult>.Failed && cursor is not null)
            {
                // The server forgot the place: begin anew with what it still has. Sums that miss something show it by their shares.
                Forget();
                continue;
            }

            var page = answer.ValueOrThrow();
            Add(page.Events.Select(e => VaultEvent.Read(e.Topics, e.Value)));
            config ??= await network.Server.ReadAsync(new VaultClient(network.Vault).GetConfig(), cancel);
            history.Add(network.Vault, config, page.Events);
            cursor = page.Cursor;
            if (page.Events.Count < PageSize)
            {
                return;
            }
        }
    }

    /// <summary>Adds up what events tell.</summary>
    public void Add(IEnumerable<VaultEvent?> events)
    {
        lock (door)
        {
            foreach (var happened in events)
            {
                switch (happened)
                {
                    case VaultEvent.Deposited(var user, var amount, var shares):
                        Count(user.ToString(), shares, amount);
                        break;
                    case VaultEvent.Withdrawn(var user, var amount, var shares):
                        Count(user.ToString(), Shares.Zero - shares, Usdc.Zero - amount);
                        break;
                }
            }
        }
    }

    /// <summary>Those with the most shares by their events.</summary>
    public IReadOnlyList<string> Largest(int count)
    {
        lock (door)
        {
            return [.. accounts.Where(a => a.Value.Shares > Shares.Zero).OrderByDescending(a => a.Value.Shares).Take(count).Select(a => a.Key)];
        }
    }

    /// <summary>What somebody with these shares paid in less what was taken out; null where the events do not tell all.</summary>
    public Usdc? PaidIn(string address, Shares shares)
    {
        lock (door)
        {
            return accounts.TryGetValue(address, out var account) && account.Shares == shares ? account.PaidIn : null;
        }
    }

    private void Forget()
    {
        history.Forget();
        lock (door)
        {
            accounts.Clear();
            cursor = null;
        }
    }

    private void Count(string address, Shares shares, Usdc amount)
    {
        var (oldShares, oldPaid) = accounts.GetValueOrDefault(address);
        accounts[address] = (oldShares + shares, oldPaid + amount);
    }
}
