namespace Nectar.Web.Wallet;

/// <summary>Who signs.</summary>
public enum WalletKind
{
    /// <summary>The browser extension.</summary>
    Freighter,

    /// <summary>One of those that the Stellar Wallets Kit knows, chosen in its window; its script is loaded when somebody asks for it.</summary>
    More,

    /// <summary>An account that this browser keeps, for the embedded network alone.</summary>
    Practice,
}
