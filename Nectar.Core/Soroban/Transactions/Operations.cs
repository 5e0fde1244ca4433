using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>The operations that Nectar sends.</summary>
public static class Operations
{
    /// <summary>Calls a contract.</summary>
    /// <param name="contract">Whom.</param>
    /// <param name="function">The function, a symbol.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="XdrException">The function's name is no symbol.</exception>
    public static Operation InvokeContract(ContractId contract, string function, params ReadOnlySpan<SCVal> arguments)
    {
        var name = SCVal.FromSymbol(function).ToSymbol();
        return InvokeHostFunction(new HostFunction.InvokeContract(
            new InvokeContractArgs(SCAddress.From(contract), name, XdrArray.Create(arguments))));
    }

    /// <summary>Uploads the wasm of a contract.</summary>
    public static Operation UploadContractWasm(ReadOnlySpan<byte> wasm) =>
        InvokeHostFunction(new HostFunction.UploadContractWasm(new XdrBytes(wasm)));

    /// <summary>Deploys uploaded wasm at the address that the deployer and the salt of 32 bytes give.</summary>
    /// <param name="deployer">Whose authorization it takes.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="wasmHash">The SHA-256 of the wasm.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    /// <exception cref="XdrException">The salt has not 32 bytes.</exception>
    public static Operation CreateContract(SCAddress deployer, ReadOnlySpan<byte> salt, Hash wasmHash, params ReadOnlySpan<SCVal> arguments) =>
        InvokeHostFunction(new HostFunction.CreateContractV2(new CreateContractArgsV2(
            new ContractIDPreimage.Address(new ContractIDPreimageFromAddress(deployer, new Uint256(salt))),
            new ContractExecutable.Wasm(wasmHash),
            XdrArray.Create(arguments))));

    /// <summary>Deploys the contract of an asset.</summary>
    public static Operation CreateAssetContract(Asset asset) =>
        InvokeHostFunction(new HostFunction.CreateContract(new CreateContractArgs(
            new ContractIDPreimage.Asset(asset), ContractExecutable.StellarAsset.Instance)));

    /// <summary>Restores the archived entries of the footprint that goes with it.</summary>
    public static Operation RestoreFootprint() =>
        new(null, new OperationBody.RestoreFootprint(new RestoreFootprintOp(ExtensionPoint.V0.Instance)));

    /// <summary>Extends the life of the entries of the footprint to that many ledgers from now.</summary>
    public static Operation ExtendFootprintTtl(uint extendTo) =>
        new(null, new OperationBody.ExtendFootprintTtl(new ExtendFootprintTTLOp(ExtensionPoint.V0.Instance, extendTo)));

    /// <summary>Creates an account with a balance in stroops of XLM.</summary>
    public static Operation CreateAccount(AccountId destination, long startingBalance) =>
        new(null, new OperationBody.CreateAccount(new CreateAccountOp(PublicKey.From(destination), startingBalance)));

    /// <summary>Pays an amount, in units of 10^-7.</summary>
    public static Operation Payment(MuxedAccount destination, Asset asset, long amount) =>
        new(null, new OperationBody.Payment(new PaymentOp(destination, asset, amount)));

    /// <summary>Makes room for an issued asset up to a limit, in units of 10^-7.</summary>
    /// <exception cref="XdrException">The asset is the native one, which needs none.</exception>
    public static Operation ChangeTrust(Asset asset, long limit) =>
        new(null, new OperationBody.ChangeTrust(new ChangeTrustOp(
            asset switch
            {
                Asset.CreditAlphanum4(var credit) => new ChangeTrustAsset.CreditAlphanum4(credit),
                Asset.CreditAlphanum12(var credit) => new ChangeTrustAsset.CreditAlphanum12(credit),
                _ => throw new XdrException(nameof(ChangeTrustOp), "the native asset needs no trust"),
            },
            limit)));

    /// <summary>Runs a host function, with the authorizations that simulation will add.</summary>
    public static Operation InvokeHostFunction(HostFunction function, XdrArray<SorobanAuthorizationEntry> authorization = default) =>
        new(null, new OperationBody.InvokeHostFunction(new InvokeHostFunctionOp(function, authorization)));
}
