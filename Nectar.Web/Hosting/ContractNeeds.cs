using Nectar.Core.Units;

namespace Nectar.Web.Hosting;

/// <summary>A contract and the functions that we call on it.</summary>
/// <param name="Variable">The variable that names it.</param>
/// <param name="Contract">The contract.</param>
/// <param name="Functions">The functions.</param>
internal sealed record ContractNeeds(string Variable, ContractId Contract, IReadOnlyList<string> Functions)
{
    /// <summary>The keepers' registry.</summary>
    public static ContractNeeds Registry(ContractId contract) => new(
        "REGISTRY_CONTRACT", contract, ["register", "get_keeper", "get_keepers_page", "keeper_count", "clearance"]);

    /// <summary>The vault.</summary>
    public static ContractNeeds Vault(ContractId contract) => new(
        "VAULT_CONTRACT", contract, ["draw", "return_proceeds", "liquidate", "position", "get_state", "get_config", "get_keeper_record"]);

    /// <summary>The pool, Blend v2's or the lab's.</summary>
    public static ContractNeeds Pool(ContractId contract) => new(
        "BLEND_POOL", contract, ["get_reserve_list", "get_reserve", "get_positions", "get_auction", "new_auction", "submit_with_allowance"]);

    /// <summary>An exchange with Soroswap's router functions.</summary>
    public static ContractNeeds Exchange(ContractId contract) => new(
        "EXCHANGE_CONTRACT", contract, ["swap_exact_tokens_for_tokens", "swap_tokens_for_exact_tokens", "router_get_amounts_out", "router_pair_for"]);
}
