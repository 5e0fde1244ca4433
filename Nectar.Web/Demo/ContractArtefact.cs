using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Web.Demo;

/// <summary>A built contract, carried in this assembly.</summary>
/// <param name="Wasm">Its wasm.</param>
/// <param name="Hash">The SHA-256 of that, by which it is deployed once uploaded.</param>
internal sealed record ContractArtefact(byte[] Wasm, Hash Hash)
{
    /// <summary>Reads one by its file's name, without the ending.</summary>
    /// <exception cref="InvalidOperationException">There is none of this name.</exception>
    public static ContractArtefact Of(string name)
    {
        using var stream = typeof(ContractArtefact).Assembly.GetManifestResourceStream($"contracts/{name}.wasm")
            ?? throw new InvalidOperationException($"this assembly carries no contract '{name}'");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var wasm = memory.ToArray();
        return new ContractArtefact(wasm, new Hash(SHA256.HashData(wasm)));
    }
}
