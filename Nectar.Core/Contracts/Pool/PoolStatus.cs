namespace Nectar.Core.Contracts.Pool;

/// <summary>What a pool lets happen (Blend v2). Above <see cref="Active"/> nothing is borrowed, above <see cref="OnIce"/>
/// nothing is supplied; fills, repayments and withdrawals are never blocked.</summary>
public enum PoolStatus
{
    /// <summary>Active by the administrator's word.</summary>
    AdminActive = 0,

    /// <summary>Active.</summary>
    Active = 1,

    /// <summary>On ice by the administrator's word.</summary>
    AdminOnIce = 2,

    /// <summary>On ice.</summary>
    OnIce = 3,

    /// <summary>Frozen by the administrator's word.</summary>
    AdminFrozen = 4,

    /// <summary>Frozen.</summary>
    Frozen = 5,

    /// <summary>Being set up.</summary>
    Setup = 6,
}
