namespace Nectar.Core.Keeper;

/// <summary>How a keeper acts on a case.</summary>
public enum CaseMode
{
    /// <summary>One transaction of the vault's: fill, repay, withdraw, sell. No capital leaves the vault.</summary>
    Atomic,

    /// <summary>Draw against the stake, fill with it, sell, return: one transaction each.</summary>
    Staged,
}
