using System.Globalization;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The methods that no other network has: close ledgers, move the clock, go back, keep and take the state, give coins.
/// </summary>
/// <param name="network">The network.</param>
public sealed class NetworkControl(LocalNetwork network)
{
    /// <summary>The method that takes a whole state.</summary>
    internal const string LoadState = "localnet_loadState";

    private const uint MaxLedgersAtOnce = 1_000_000;

    /// <summary>The least and the most milliseconds between two ledgers: the bounds of <see cref="LocalNetwork"/>.</summary>
    private const ulong MinInterval = 10;
    private const ulong MaxInterval = 86_400_000;

    /// <summary>How much <c>localnet_fund</c> gives where nothing else is said, in stroops: 10,000 XLM.</summary>
    private const long UsualAmount = 100_000_000_000;

    internal Dictionary<string, RpcMethods.Method> Methods => new()
    {
        ["localnet_closeLedgers"] = CloseLedgersAsync,
        ["localnet_setClosing"] = SetClosingAsync,
        ["localnet_increaseTime"] = IncreaseTimeAsync,
        ["localnet_snapshot"] = SnapshotAsync,
        ["localnet_revert"] = RevertAsync,
        ["localnet_dumpState"] = (_, _) => Task.FromResult(Answer(new DumpedState(Convert.ToBase64String(network.DumpState())))),
        [LoadState] = LoadStateAsync,
        ["localnet_fund"] = FundAsync,
    };

    private static RpcAnswer Answer<T>(T result) => RpcAnswer.Of(result, XdrFormat.Base64);

    private static LedgerMoment Moment(LedgerSnapshot latest) => new(latest.Sequence, (long)latest.CloseTime);

    private static long ReadAmount(Parameters given)
    {
        var text = given.OptionalText("stroops");
        if (text is null)
        {
            return UsualAmount;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stroops) && stroops > 0
            ? stroops
            : throw Refusal.Parameter($"stroops is {Refusal.Shown(text)}; it must be a text of a whole number from 1 to {long.MaxValue}");
    }

    private async Task<RpcAnswer> CloseLedgersAsync(Parameters given, CancellationToken cancel)
    {
        var count = given.OptionalUInt32("count") ?? 1;
        var secondsApart = given.OptionalUInt32("secondsApart") ?? 0;
        return count is >= 1 and <= MaxLedgersAtOnce
            ? Answer(Moment(await InTimeAsync("secondsApart", secondsApart, network.CloseLedgersAsync((int)count, secondsApart, cancel)).ConfigureAwait(false)))
            : throw Refusal.Parameter($"count is {count}; it must be from 1 to {MaxLedgersAtOnce}");
    }

    // Refuses what the clock cannot reach.
    private async Task<T> InTimeAsync<T>(string name, uint seconds, Task<T> moved)
    {
        try
        {
            return await moved.ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Refusal.Parameter($"{name} is {seconds}; the network's clock stands at {network.Now:O} and cannot pass the year 9999");
        }
    }

    private async Task<RpcAnswer> SetClosingAsync(Parameters given, CancellationToken cancel)
    {
        var (name, interval) = (given.Text("mode"), given.OptionalUInt64("intervalMilliseconds"));
        ClosingMode mode = (name, interval) switch
        {
            ("onSubmit", null) => new ClosingMode.OnSubmit(),
            ("byHand", null) => new ClosingMode.ByHand(),
            ("interval", >= MinInterval and <= MaxInterval) => new ClosingMode.Every(TimeSpan.FromMilliseconds(interval.Value)),
            ("interval", _) => throw Refusal.Parameter($"intervalMilliseconds is {interval?.ToString(CultureInfo.InvariantCulture) ?? "missing"}; it must be from {MinInterval} to {MaxInterval}"),
            ("onSubmit" or "byHand", _) => throw Refusal.Parameter($"intervalMilliseconds goes only with the mode 'interval', not with '{name}'"),
            _ => throw Refusal.Parameter($"mode is {Refusal.Shown(name)}; it must be 'onSubmit', 'interval' or 'byHand'"),
        };
        await network.SetClosingAsync(mode, cancel).ConfigureAwait(false);
        return Answer(new ClosingState(name, interval));
    }

    private async Task<RpcAnswer> IncreaseTimeAsync(Parameters given, CancellationToken cancel)
    {
        var seconds = given.UInt32("seconds");
        var now = await InTimeAsync("seconds", seconds, network.IncreaseTimeAsync(seconds, cancel)).ConfigureAwait(false);
        return Answer(new ClockTime(now.ToUnixTimeSeconds()));
    }

    private async Task<RpcAnswer> SnapshotAsync(Parameters given, CancellationToken cancel) =>
        Answer(new SnapshotName((uint)await network.SnapshotAsync(cancel).ConfigureAwait(false)));

    private async Task<RpcAnswer> RevertAsync(Parameters given, CancellationToken cancel)
    {
        var id = given.UInt32("id");
        return id <= int.MaxValue && await network.RevertAsync((int)id, cancel).ConfigureAwait(false)
            ? Answer(Moment(network.Latest))
            : throw Refusal.Parameter($"id is {id}; there is no such snapshot");
    }

    private async Task<RpcAnswer> LoadStateAsync(Parameters given, CancellationToken cancel)
    {
        try
        {
            var state = Convert.FromBase64String(given.Text("state"));
            return Answer(Moment(await network.LoadStateAsync(state, cancel).ConfigureAwait(false)));
        }
        catch (FormatException error)
        {
            throw Refusal.Parameter($"state is no dump in base64: {error.Message}");
        }
    }

    private async Task<RpcAnswer> FundAsync(Parameters given, CancellationToken cancel)
    {
        var (address, stroops) = (given.Text("address"), ReadAmount(given));
        if (!StrKey.TryDecode(address, out var kind, out var key) || kind != StrKeyKind.AccountId)
        {
            throw Refusal.Parameter($"address is {Refusal.Shown(address)}; it must be that of an account (G…)");
        }

        var account = new AccountId(key);
        var transaction = await GiveAsync(account, stroops, cancel).ConfigureAwait(false);
        if (!transaction.Succeeded)
        {
            throw Refusal.Request($"{address} could not be funded with {stroops} stroops: {transaction.Result().ToJson()}");
        }

        var latest = network.Latest;
        var balance = latest.State.FindAccount(account)?.Balance ?? 0;
        return Answer(new FundedAddress(address, balance.ToString(CultureInfo.InvariantCulture), transaction.Hash.ToString(), latest.Sequence));
    }

    private async Task<ClosedTransaction> GiveAsync(AccountId account, long stroops, CancellationToken cancel)
    {
        try
        {
            return await network.FundAsync(account, stroops, cancel).ConfigureAwait(false);
        }
        catch (InvalidOperationException error)
        {
            throw Refusal.Request(error.Message);
        }
    }
}
