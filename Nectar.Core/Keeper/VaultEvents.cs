using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>What the vault's events say of a transaction of ours.</summary>
internal static class VaultEvents
{
    /// <summary>Spending, profit and fee of the liquidation in it, as the vault measured them; null where it tells none.</summary>
    public static (Usdc Spent, Usdc Profit, Usdc Fee)? Liquidated(SendOutcome.Included included, ContractId vault)
    {
        foreach (var told in Events(included.Meta))
        {
            if (told.ContractId is { } id && SCAddress.From(vault) == new SCAddress.Contract(id)
                && told.Body is ContractEventBody.V0({ Topics: [SCVal.Symbol(var name), ..], Data: var data }) && name == (XdrString)"liquidated")
            {
                return (Amount(data, "spent"), Amount(data, "profit"), Amount(data, "fee"));
            }
        }

        return null;
    }

    private static Usdc Amount(SCVal data, string field) => new(data.Field(field).ToInt128());

    private static IEnumerable<ContractEvent> Events(TransactionMeta meta) => meta switch
    {
        TransactionMeta.V4(var v4) => v4.Operations.SelectMany(o => o.Events),
        TransactionMeta.V3({ SorobanMeta: { } soroban }) => soroban.Events,
        _ => [],
    };
}
