using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>Lets a borrower do what its plan says, on what the pool says it has.</summary>
/// <param name="server">The network.</param>
/// <param name="people">Borrowers and the issuer, who gives new collateral.</param>
/// <param name="contracts">Pool and tokens.</param>
/// <param name="terms">The borrowers' terms.</param>
internal sealed class DemoBorrowing(ISorobanServer server, DemoPeople people, DemoContracts contracts, IReadOnlyList<BorrowerTerms> terms)
{
    private static readonly Int128 rateScale = 1_000_000_000_000;

    /// <summary>Lets one borrow.</summary>
    /// <param name="borrower">Its place.</param>
    /// <param name="healthBps">The health factor to come to, in ten-thousandths.</param>
    /// <param name="onlyWithoutDebt">Whether it stays as it is while it owes anything.</param>
    /// <param name="priceE7">The market's price of its asset.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="DemoFaultException">The network did not take it.</exception>
    public async Task<BorrowerPlan> BorrowAsync(int borrower, int healthBps, bool onlyWithoutDebt, long priceE7, CancellationToken cancel)
    {
        var (account, own) = (people.Borrowers[borrower], terms[borrower]);
        var token = contracts.Collateral[own.Asset];
        // A reader of its own: borrowers start side by side.
        var snapshot = await new PoolReader(server, contracts.Pool).ReadAsync([account.Address], null, cancel);
        if (snapshot.Auctions.ContainsKey(new AuctionKey(AuctionType.UserLiquidation, account.Address)))
        {
            return new BorrowerPlan.Stay("its auction is open");
        }

        var positions = snapshot.Positions.GetValueOrDefault(account.Address, Positions.None);
        var collateral = UnitsOf(snapshot, token, positions, debt: false);
        var debt = UnitsOf(snapshot, contracts.Usdc, positions, debt: true);
        if (onlyWithoutDebt && debt > 0)
        {
            return new BorrowerPlan.Stay("it has its debt");
        }

        var plan = BorrowerPlan.Decide(own, collateral, debt, priceE7, healthBps);
        if (plan is BorrowerPlan.Borrow(var supply, var usdc))
        {
            await SubmitAsync(account, token, supply, usdc, cancel);
        }

        return plan;
    }

    private async Task SubmitAsync(DemoAccount account, ContractId token, long supply, long usdc, CancellationToken cancel)
    {
        if (supply > 0)
        {
            await people.Issuer.CallAsync(new TokenClient(token).Mint(account.Address, supply), cancel);
        }

        IEnumerable<Request> requests = supply > 0 ? [Request.Of(RequestType.SupplyCollateral, token, supply)] : [];
        await account.CallAsync(
            new PoolClient(contracts.Pool).Submit(
                account.Address, account.Address, account.Address, requests.Append(Request.Of(RequestType.Borrow, contracts.Usdc, usdc))),
            cancel);
    }

    /// <summary>Units of a token that an account has or owes as of the reserve's last time: collateral down, debt up.</summary>
    private static Int128 UnitsOf(PoolSnapshot snapshot, ContractId token, Positions positions, bool debt)
    {
        var reserve = snapshot.Reserves.Single(r => r.Asset == token);
        return debt
            ? ((positions.Liabilities[reserve.Config.Index] * reserve.Data.DRateE12) + rateScale - 1) / rateScale
            : positions.Collateral[reserve.Config.Index] * reserve.Data.BRateE12 / rateScale;
    }
}
