using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class WasmExportsTests
{
    [Fact]
    public void The_vaults_wasm_shows_what_the_keeper_calls()
    {
        var names = WasmExports.Read(File.ReadAllBytes(Repository.PathOf("contracts/wasm/nectar_vault.wasm")));

        Assert.Superset(new HashSet<string> { "liquidate", "draw", "return_proceeds", "get_state", "get_keeper_record" }, names);
        Assert.DoesNotContain("new_auction", names);
    }

    [Fact]
    public void What_is_no_module_or_ends_too_soon_shows_nothing_and_harms_nothing()
    {
        var module = File.ReadAllBytes(Repository.PathOf("contracts/wasm/lab_oracle.wasm"));
        Assert.Empty(WasmExports.Read("not a module"u8));
        for (var length = 0; length < module.Length; length += 97)
        {
            Assert.Subset(WasmExports.Read(module), WasmExports.Read(module.AsSpan(0, length)));
        }
    }
}
