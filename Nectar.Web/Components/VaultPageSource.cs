using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Web.Components;

/// <summary>Reads all that the vault page shows.</summary>
internal sealed class VaultPageSource(OverviewSource overview, VaultHistory history, HoldingsReader holdings, NetworkStart start, TimeProvider time)
{
    // A page is worth more soon than whole: what takes longer is told as missing, and comes with the next renewal.
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(3);

    /// <summary>As of now.</summary>
    /// <param name="watch">An address to look at, as somebody typed it; null or empty for none.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<VaultReadings> ReadAsync(string? watch, CancellationToken cancel)
    {
        var seen = await overview.ReadAsync(cancel);
        var (gap, moments) = (history.Gap, history.Moments);
        var watched = watch?.Trim() is { Length: > 0 } text ? text : null;
        var (address, problem) = watched is null ? (null, null) : AskedAddress.Read(watched);
        var found = address is null ? null : await ReadHoldingsAsync(address, cancel);
        return new VaultReadings(
            seen, watched, problem, found, address is null || found is null ? null : StatementOf(moments, address, found), moments, gap, seen.Vault.ValueOrDefault?.Config);
    }

    // Whoever's shares differ from what the events add up to got some as a token: then nobody knows what they cost.
    private static Statement? StatementOf(IReadOnlyList<VaultMoment> moments, SCAddress address, Reading<Holdings> found) =>
        found.ValueOrDefault is { } has && moments.Count > 0 && Statements.Of(moments, address, has.Ledger) is var statement && statement.Shares == has.Shares
            ? statement
            : null;

    private async Task<Reading<Holdings>> ReadHoldingsAsync(SCAddress address, CancellationToken cancel)
    {
        if (start.Network is not { } network)
        {
            return new Reading<Holdings>.Loading(start.Doing);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(longest);
        try
        {
            return new Reading<Holdings>.Live(await holdings.ReadAsync(network, address, patience.Token), time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Reading<Holdings>.Unavailable($"no answer within {longest.TotalSeconds} s");
        }
        catch (Exception e) when (e is RpcTransportException or RpcErrorException or XdrException or InvalidOperationException)
        {
            return new Reading<Holdings>.Unavailable(e.Message);
        }
    }
}
