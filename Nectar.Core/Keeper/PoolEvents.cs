using Nectar.Core.Contracts.Pool;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>What a pool's events tell a keeper: who may have come into debt, and who filled whose auction.</summary>
internal static class PoolEvents
{
    /// <summary>
    /// Everybody whom the event may have given a debt. A filler stands only in the data, and bad debt lands on the backstop,
    /// so that it is named too.
    /// </summary>
    public static IEnumerable<SCAddress> Debtors(EventInfo told) => (Name(told), told.Topics, told.Value) switch
    {
        ("borrow" or "flash_loan" or "supply_collateral" or "withdraw_collateral" or "repay", [_, _, SCVal.Address(var user), ..], _) => [user],
        ("new_auction" or "delete_auction", [_, SCVal.U32((uint)AuctionType.UserLiquidation), SCVal.Address(var user)], _) => [user],
        ("fill_auction", [_, _, SCVal.Address(var user)], SCVal.Vec({ } data)) when data is [SCVal.Address(var filler), ..] => [user, filler],
        ("bad_debt", [_, SCVal.Address(var user), ..], _) => [user],
        _ => [],
    };

    /// <summary>Whose auction was filled and by whom; null where the event tells something else.</summary>
    public static (SCAddress User, SCAddress Filler)? Fill(EventInfo told) => (Name(told), told.Topics, told.Value) switch
    {
        ("fill_auction", [_, SCVal.U32((uint)AuctionType.UserLiquidation), SCVal.Address(var user)], SCVal.Vec({ } data))
            when data is [SCVal.Address(var filler), ..] => (user, filler),
        _ => null,
    };

    private static string? Name(EventInfo told) => told.Topics is [SCVal.Symbol(var name), ..] ? name.ToString() : null;
}
