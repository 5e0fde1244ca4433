using Nectar.Core.Contracts.Registry;

namespace Nectar.Web.Advices;

/// <summary>The registry's refusals in words.</summary>
internal static class RegistrySayings
{
    private const string Owner = "Only the registry's owner can act on it.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<RegistryError, Saying>
    {
        [RegistryError.Paused] = new("The registry is paused: nobody can register.", "Wait until it is unpaused. Deposits, withdrawals and returns go on."),
        [RegistryError.AlreadyRegistered] = new("The address is registered already.", "Go on with it, or deregister first."),
        [RegistryError.NotRegistered] = new("The address is not registered.", "Register it with a name and a stake."),
        [RegistryError.Slashed] = new("The address was slashed once and is barred for ever.", "Register another address."),
        [RegistryError.InvalidName] = new("The name is not 1 to 32 of a-z, 0-9 and -.", "Choose another name in KEEPER_NAME."),
        [RegistryError.InvalidAmount] = new("The amount is zero, below zero or too large.", "Use an amount above 0."),
        [RegistryError.StakeBelowMinimum] = new("The stake is, or would be left, below the minimum.", "Stake more, or deregister to take out all of it."),
        [RegistryError.CapitalOut] = new("The stake covers capital that the keeper has out.", "Return the draw first."),
        [RegistryError.InvalidMinStake] = new("The minimum stake is outside its bounds.", Owner),
        [RegistryError.TokenRefused] = new("The stake token refused the transfer.", "Check the account's USDC balance and trust line."),
        [RegistryError.OwnerRequired] = new("The registry always needs an owner.", Owner),
        [RegistryError.UpgradeNotProposed] = new("No upgrade is proposed.", Owner),
        [RegistryError.UpgradeTooEarly] = new("The delay of the proposed upgrade has not passed.", Owner),
        [RegistryError.VaultRefused] = new("The vault did not say how much of the stake it needs.", "Try again in a moment."),
        [RegistryError.NotPaused] = new("The registry is not paused.", Owner),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
