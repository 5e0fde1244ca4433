using System.Globalization;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;

namespace Nectar.Core.Keeper;

/// <summary>A contract's number in words: the ranges do not overlap, so that a number names its contract.</summary>
internal static class ContractRefusal
{
    public static string InWords(uint number)
    {
        var (who, name) = number switch
        {
            >= 200 and < 300 => ("the vault", Enum.GetName((VaultError)number)),
            >= 300 and < 400 => ("the registry", Enum.GetName((RegistryError)number)),
            >= 500 and < 600 => ("the exchange", Enum.GetName((ExchangeError)number)),
            _ => ("the pool", Enum.GetName((PoolError)number)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{who} refused it: {name ?? "an unknown number"} (#{number})");
    }
}
