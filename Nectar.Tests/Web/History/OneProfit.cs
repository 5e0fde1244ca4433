using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.History;

namespace Nectar.Tests.Web.History;

/// <summary>A vault's life with one profit: 100 USDC from its first day on, and 1 USDC on the tenth, which vests within an hour. A ledger closes every 5 s.</summary>
internal static class OneProfit
{
    private const uint Vesting = 720;

    /// <summary>Whose deposit it is: the vault's own first.</summary>
    public static readonly SCAddress Depositor = SCAddress.From(Samples.ContractOf(21));

    /// <summary>Both moments.</summary>
    public static IReadOnlyList<VaultMoment> Moments { get; } = Live();

    /// <summary>The last ledger at an age.</summary>
    public static LedgerNumber LedgerAt(TimeSpan age) => new(10 + (uint)(age.Ticks / TimeSpan.FromSeconds(5).Ticks));

    private static List<VaultMoment> Live()
    {
        var tenth = TimeSpan.FromDays(10);
        var deposit = new VaultEvent.Deposited(Depositor, new Usdc(100_0000000), new Shares((Int128)100_0000000 * 1_000_000));
        var profit = new VaultEvent.Liquidated(Depositor, Samples.Pool, Depositor, 100, new Usdc(5_0000000), new Usdc(1_0000000), Usdc.Zero, Usdc.Zero);
        var first = VaultReplay.Apply(VaultReplay.Empty, deposit, LedgerAt(TimeSpan.Zero), Vesting);
        var second = VaultReplay.Apply(first, profit, LedgerAt(tenth), Vesting);
        return
        [
            new(LedgerAt(TimeSpan.Zero), Samples.Now, Samples.Hash, deposit, first),
            new(LedgerAt(tenth), Samples.Now + tenth, Samples.Hash, profit, second),
        ];
    }
}
