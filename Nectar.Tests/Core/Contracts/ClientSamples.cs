using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Contracts;

/// <summary>An argument of each type that a client's functions take.</summary>
internal static class ClientSamples
{
    public static ContractId Contract { get; } = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static SCAddress Account { get; } = SCAddress.From(new AccountId(Contract.ToArray()));

    public static LiquidationPlan Plan { get; } = new(
        [Contract], new Usdc(7), 100, Contract, [new Repayment(1, Contract)], [new Sale(Contract, Contract)], [new Purchase(2, Contract, Contract)], Account);

    public static VaultConfig Config { get; } = new(
        new BasisPoints(1), new Usdc(2), 3, new BasisPoints(4), new Usdc(5), new BasisPoints(6), new BasisPoints(7), new BasisPoints(8), 9, 10);

    public static ReserveConfig Reserve { get; } = new(1, 7, true, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    /// <summary>An argument of the type.</summary>
    /// <exception cref="NotSupportedException">There is none yet: add it.</exception>
    public static object Of(Type type) => samples.TryGetValue(type, out var sample)
        ? sample
        : throw new NotSupportedException($"no sample of {type}");

    private static readonly Dictionary<Type, object> samples = new()
    {
        [typeof(SCAddress)] = Account,
        [typeof(ContractId)] = Contract,
        [typeof(Usdc)] = new Usdc(5),
        [typeof(Shares)] = new Shares(6),
        [typeof(BasisPoints)] = new BasisPoints(7),
        [typeof(LedgerNumber)] = new LedgerNumber(8),
        [typeof(Int128)] = (Int128)9,
        [typeof(uint)] = 10u,
        [typeof(int)] = 11,
        [typeof(ulong)] = 12ul,
        [typeof(bool)] = true,
        [typeof(string)] = "name",
        [typeof(Hash)] = new Hash(new byte[32]),
        [typeof(AuctionType)] = AuctionType.BadDebt,
        [typeof(PoolStatus)] = PoolStatus.Active,
        [typeof(OracleAsset)] = new OracleAsset.Stellar(Contract),
        [typeof(ReserveConfig)] = Reserve,
        [typeof(VaultConfig)] = Config,
        [typeof(LiquidationPlan)] = Plan,
        [typeof(IEnumerable<ContractId>)] = new[] { Contract },
        [typeof(IEnumerable<Request>)] = new[] { Request.Fill(Account, 50) },
        [typeof(IReadOnlyList<KeyValuePair<OracleAsset, Int128>>)] = new[] { KeyValuePair.Create<OracleAsset, Int128>(new OracleAsset.Other("USD"), 1) },
    };
}
