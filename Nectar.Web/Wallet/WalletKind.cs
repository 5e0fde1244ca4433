namespace Nectar.Web.Wallet;

/// <summary>Who signs.</summary>
public enum WalletKind
{
    /// <summary>The browser extension.</summary>
    Freighter,

    /// <summary>An account that this browser keeps, for the embedded network alone.</summary>
    Practice,
}
