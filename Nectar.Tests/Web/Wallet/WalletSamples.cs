using System.Text.Json;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Demo;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

/// <summary>Accounts and answers with plain values.</summary>
internal static class WalletSamples
{
    public static VaultBooks Books() => VaultReplay.Empty with { Idle = new Usdc(1_000_0000000), TotalShares = new Shares(1_000_0000000000000) };

    public static Holdings Holdings() => new(
        new LedgerNumber(100), Exists: true, Xlm: 100_0000000, HasTrustline: true, new Usdc(500_0000000), new Shares(200_0000000000000), null, Books(), DemoDeployment.VaultTerms);

    public static WalletFacts Facts() => new()
    {
        IsAsked = true,
        IsInstalled = true,
        IsAllowed = true,
        Account = Samples.Alpha,
        Passphrase = "here",
        Holdings = Holdings(),
    };

    public static WalletReply Answer(string json) => WalletReply.Of(JsonDocument.Parse(json).RootElement);
}
