namespace Nectar.Core.Contracts.Registry;

/// <summary>The registry's refusals, by number.</summary>
public enum RegistryError
{
    /// <summary>The registry is paused: nobody can register.</summary>
    Paused = 300,

    /// <summary>The address is registered already.</summary>
    AlreadyRegistered = 301,

    /// <summary>The address is not registered.</summary>
    NotRegistered = 302,

    /// <summary>The address was slashed once and is barred for ever.</summary>
    Slashed = 303,

    /// <summary>The name is not 1 to 32 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
    InvalidName = 304,

    /// <summary>The amount is zero, negative or above the bound of 10^17.</summary>
    InvalidAmount = 305,

    /// <summary>The stake is, or would be left, below the minimum.</summary>
    StakeBelowMinimum = 306,

    /// <summary>The keeper has drawn capital out of the vault that this stake has to cover.</summary>
    CapitalOut = 307,

    /// <summary>The minimum stake is outside its bounds.</summary>
    InvalidMinStake = 308,

    /// <summary>The stake token refused the transfer: balance, trustline or authorisation is missing.</summary>
    TokenRefused = 309,

    /// <summary>An owner is always needed: ownership cannot be renounced.</summary>
    OwnerRequired = 310,

    /// <summary>No upgrade is proposed.</summary>
    UpgradeNotProposed = 311,

    /// <summary>The delay of the proposed upgrade has not passed.</summary>
    UpgradeTooEarly = 312,

    /// <summary>The vault did not answer how much of the stake its open draws need.</summary>
    VaultRefused = 313,

    /// <summary>The registry is not paused.</summary>
    NotPaused = 314,
}
