using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Demo;

/// <summary>Creates the market's accounts, their trust lines and what they hold at the start.</summary>
/// <param name="batch">What sends.</param>
/// <param name="network">The network.</param>
/// <param name="people">Everybody.</param>
/// <param name="contracts">The assets.</param>
internal sealed class DemoPopulation(ClassicBatch batch, Network network, DemoPeople people, DemoContracts contracts)
{
    /// <summary>Whole USDC that a depositor has at the start.</summary>
    public const long DepositorUsdc = 100_000;

    /// <summary>Whole USDC that a keeper has at the start; its stake is taken from it.</summary>
    public const long KeeperUsdc = 25_000;

    /// <summary>What the lender has of each asset, in whole USDC at the anchor price.</summary>
    public const long LenderWorth = 1_000_000;

    private const long One = 10_000_000;
    private const long AdminUsdc = 1_000;
    private const long StartingXlm = 1_000_000;
    // The feeds pay for a transaction each second, for months.
    private const long FeedXlm = 100_000_000;
    private const int MaxOtherSigners = 19;

    /// <summary>Creates them.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        using var root = network.RootKeyPair();
        var creations = people.Holders.Append(people.Issuer).Select(p => Operations.CreateAccount(p.Key.AccountId, Xlm(p) * One));
        foreach (var part in creations.Chunk(ClassicBatch.MaxOperations))
        {
            await batch.SendAsync(root, part, [], cancel);
        }

        foreach (var part in people.Holders.Chunk(MaxOtherSigners))
        {
            var trusts = part.SelectMany(p => contracts.Assets.Select(a => From(p, Operations.ChangeTrust(a, long.MaxValue))));
            await batch.SendAsync(people.Issuer.Key, trusts, part.Select(p => p.Key), cancel);
        }

        foreach (var part in Payments().Chunk(ClassicBatch.MaxOperations))
        {
            await batch.SendAsync(people.Issuer.Key, part, [], cancel);
        }
    }

    private IEnumerable<Operation> Payments()
    {
        yield return Pay(people.Admin, 0, AdminUsdc * One);
        for (var asset = 0; asset < contracts.Assets.Count; asset++)
        {
            yield return Pay(people.Lender, asset, DemoAsset.All[asset].UnitsWorth(LenderWorth));
        }

        foreach (var (person, usdc) in people.Depositors.Select(d => (d, DepositorUsdc)).Concat(people.Keepers.Select(k => (k, KeeperUsdc))))
        {
            yield return Pay(person, 0, usdc * One);
        }
    }

    private long Xlm(DemoAccount person) => person == people.PoolFeed || person == people.MarketFeed ? FeedXlm : StartingXlm;

    private Operation Pay(DemoAccount to, int asset, long units) => Operations.Payment(MuxedAccount.From(to.Key.AccountId), contracts.Assets[asset], units);

    private static Operation From(DemoAccount source, Operation operation) => operation with { SourceAccount = MuxedAccount.From(source.Key.AccountId) };
}
