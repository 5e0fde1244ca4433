using System.Reflection;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Contracts;

/// <summary>The clients against the interfaces that the committed wasm declares.</summary>
public sealed class ClientSpecTests
{
    private const string Ownership = "get_owner transfer_ownership accept_ownership renounce_ownership propose_upgrade upgrade";

    // What no program of ours calls. A function that is in neither place fails the test below.
    private static readonly Dictionary<string, string> notCalled = new()
    {
        ["keeper_registry"] = $"{Ownership} get_keepers set_min_stake slash",
        ["nectar_vault"] = $"{Ownership} transfer transfer_from approve allowance balance decimals name symbol burn burn_from",
        ["liquidation_lab"] = "get_admin flash_loan gulp update_pool cancel_set_reserve propose_admin accept_admin create_reserve set_position new_liquidation_auction",
        ["lab_oracle"] = $"{Ownership} lastprices prices set_unit set_resolution",
        ["lab_exchange"] = $"{Ownership} set_spread_bps set_oracle set_pair_wasm",
    };

    public static TheoryData<string, Type> Clients => new()
    {
        { "keeper_registry", typeof(RegistryClient) },
        { "nectar_vault", typeof(VaultClient) },
        { "liquidation_lab", typeof(PoolClient) },
        { "lab_oracle", typeof(OracleClient) },
        { "lab_exchange", typeof(ExchangeClient) },
    };

    public static TheoryData<string, string, Type> ErrorEnums => new()
    {
        { "keeper_registry", "RegistryError", typeof(RegistryError) },
        { "nectar_vault", "VaultError", typeof(VaultError) },
        { "lab_oracle", "OracleError", typeof(OracleError) },
        { "lab_exchange", "ExchangeError", typeof(ExchangeError) },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_call_has_the_functions_name_and_arguments_and_reads_whatever_it_may_return(string artefact, Type client)
    {
        var spec = ContractSpec.Of(artefact);
        foreach (var call in Calls(client))
        {
            AssertFits(spec, call);
        }
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Every_function_of_a_contract_is_called_or_left_out_by_name(string artefact, Type client)
    {
        var declared = ContractSpec.Of(artefact).Functions.Select(f => f.Name.ToString()).Where(n => n != "__constructor");
        var called = Calls(client).Select(c => c.Function).Concat(notCalled[artefact].Split(' '));

        Assert.Equal(declared.Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_deployment_gives_the_constructor_its_arguments(string artefact, Type client)
    {
        var spec = ContractSpec.Of(artefact);
        var values = new SpecValues(spec, new Random(1));
        var operation = DeployOf(client);
        var body = Assert.IsType<OperationBody.InvokeHostFunction>(operation.Body);
        var creation = Assert.IsType<HostFunction.CreateContractV2>(body.Value.HostFunction).Value;
        var inputs = spec.Function("__constructor").Inputs;

        Assert.Equal(inputs.Count, creation.ConstructorArgs.Count);
        Assert.All(inputs.Zip(creation.ConstructorArgs), p => Assert.Null(values.Fault(p.Second, p.First.Type)));
    }

    [Fact]
    public void The_token_calls_fit_the_vaults_shares()
    {
        var spec = ContractSpec.Of("nectar_vault");
        // A share is minted by a deposit only; the function is the asset contract's.
        foreach (var call in Calls(typeof(TokenClient)).Where(c => c.Function != "mint"))
        {
            AssertFits(spec, call);
        }
    }

    [Theory]
    [MemberData(nameof(ErrorEnums))]
    public void Error_numbers_are_the_contracts(string artefact, string name, Type errors)
    {
        var declared = ContractSpec.Of(artefact).ErrorEnum(name).Cases.Select(c => (c.Name.ToString(), c.Value));

        Assert.Equal(declared, Numbers(errors));
    }

    [Fact]
    public void The_labs_error_numbers_are_among_the_pools()
    {
        var declared = ContractSpec.Of("liquidation_lab").ErrorEnum("PoolError").Cases.Select(c => (c.Name.ToString(), c.Value)).ToArray();

        Assert.NotEmpty(declared);
        Assert.Empty(declared.Except(Numbers(typeof(PoolError))));
    }

    [Fact]
    public void A_contract_that_declares_another_argument_is_told()
    {
        var spec = ContractSpec.Of("nectar_vault");
        var values = new SpecValues(spec, new Random(1));
        var deposit = spec.Function("deposit");

        Assert.Equal("a value of kind U32 for I128", values.Fault(SCVal.FromUInt32(1), deposit.Inputs[1].Type));
        Assert.NotNull(values.Fault(new Repayment(1, ClientSamples.Contract).ToSCVal(), spec.Function("liquidate").Inputs[1].Type));
    }

    private static void AssertFits(ContractSpec spec, AnyCall call)
    {
        var function = spec.Function(call.Function);
        var values = new SpecValues(spec, new Random(7));
        Assert.True(function.Inputs.Count == call.Arguments.Count, $"{call.Function} takes {function.Inputs.Count} arguments, not {call.Arguments.Count}");
        foreach (var (input, argument) in function.Inputs.Zip(call.Arguments))
        {
            Assert.True(values.Fault(argument, input.Type) is null, $"{call.Function}, {input.Name}: {values.Fault(argument, input.Type)}");
        }

        for (var i = 0; i < 20; i++)
        {
            var returned = function.Outputs.Count == 0 ? SCVal.Void.Instance : values.Sample(function.Outputs[0]);
            var read = call.Read(returned);
            if (read?.GetType().GetMethod("ToSCVal") is { } write)
            {
                Assert.Equal(returned, write.Invoke(read, null));
            }
        }
    }

    private static IEnumerable<(string, uint)> Numbers(Type errors) =>
        Enum.GetValuesAsUnderlyingType(errors).Cast<int>().Select(n => (Enum.GetName(errors, n)!, (uint)n));

    private static IEnumerable<AnyCall> Calls(Type client)
    {
        var instance = Activator.CreateInstance(client, ClientSamples.Contract)!;
        return client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType.IsGenericType && m.ReturnType.Name.StartsWith("ContractCall", StringComparison.Ordinal))
            .Select(m => new AnyCall(m.Invoke(instance, [.. m.GetParameters().Select(p => ClientSamples.Of(p.ParameterType))])!));
    }

    private static Operation DeployOf(Type client)
    {
        var (admin, contract, hash) = (ClientSamples.Account, ClientSamples.Contract, new Hash(new byte[32]));
        ReadOnlySpan<byte> salt = new byte[32];
        return client.Name switch
        {
            nameof(RegistryClient) => RegistryClient.Deploy(admin, salt, hash, admin, contract, contract, new Usdc(1)),
            nameof(VaultClient) => VaultClient.Deploy(admin, salt, hash, admin, contract, contract, ClientSamples.Config),
            nameof(PoolClient) => PoolClient.Deploy(admin, salt, hash, admin, "pool", contract, 1, 2, 3, admin, contract),
            nameof(OracleClient) => OracleClient.Deploy(admin, salt, hash, admin, new OracleAsset.Other("USD"), 7, 300),
            nameof(ExchangeClient) => ExchangeClient.Deploy(admin, salt, hash, admin, contract, hash, new BasisPoints(30)),
            _ => throw new NotSupportedException(client.Name),
        };
    }

    /// <summary>A call whatever it returns.</summary>
    private sealed class AnyCall(object call)
    {
        public string Function => (string)call.GetType().GetProperty("Function")!.GetValue(call)!;

        public XdrArray<SCVal> Arguments => (XdrArray<SCVal>)call.GetType().GetProperty("Arguments")!.GetValue(call)!;

        public object? Read(SCVal returned) => call.GetType().GetMethod("Read", [typeof(SCVal)])!.Invoke(call, [returned]);
    }
}
