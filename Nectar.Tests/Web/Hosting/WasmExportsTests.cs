using CsCheck;
using Nectar.Tests.Support;
using Nectar.Web.Hosting;

namespace Nectar.Tests.Web.Hosting;

public sealed class WasmExportsTests
{
    [Theory]
    [InlineData("nectar_vault", "VAULT_CONTRACT")]
    [InlineData("keeper_registry", "REGISTRY_CONTRACT")]
    [InlineData("liquidation_lab", "BLEND_POOL")]
    [InlineData("lab_exchange", "EXCHANGE_CONTRACT")]
    public void Our_own_contracts_have_all_the_functions_that_we_ask_for(string wasm, string variable)
    {
        var contract = Samples.ContractOf(1);
        var needs = new[] { ContractNeeds.Vault(contract), ContractNeeds.Registry(contract), ContractNeeds.Pool(contract), ContractNeeds.Exchange(contract) }
            .Single(n => n.Variable == variable);

        var exports = WasmExports.Read(File.ReadAllBytes(Repository.PathOf($"contracts/wasm/{wasm}.wasm")));

        Assert.Empty(needs.Functions.Except(exports));
    }

    [Fact]
    public void Bytes_that_are_no_module_are_refused_and_nothing_else_is_thrown() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            byte[] module = [.. "\0asm\x01\0\0\0"u8, .. bytes];
            try
            {
                WasmExports.Read(module);
            }
            catch (FormatException)
            {
                // The one answer to a module that is cut or made up.
            }
        });
}
