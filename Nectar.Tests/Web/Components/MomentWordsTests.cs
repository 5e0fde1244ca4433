using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Components.Vaults;

namespace Nectar.Tests.Web.Components;

public sealed class MomentWordsTests
{
    [Theory]
    [InlineData(250_0000000, "liquidation with 250.00 USDC, profit 7.00")]
    [InlineData(-90_0000000, "liquidation with 0.00 USDC, profit 7.00")]
    public void A_lot_with_more_USDC_than_was_owed_takes_nothing_out_of_the_vault(long spent, string words)
    {
        var nobody = SCAddress.From(new AccountId(new byte[32]));
        var told = new VaultEvent.Liquidated(nobody, default, nobody, 50, new Usdc(spent), new Usdc(7_0000000), Usdc.Zero, Usdc.Zero);

        Assert.Equal(words, MomentWords.Of(told));
        Assert.Equal(new Usdc(Math.Max(0, spent)), told.WentOut());
    }
}
