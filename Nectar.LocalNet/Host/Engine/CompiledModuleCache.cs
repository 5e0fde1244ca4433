using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Wasmtime;
using Module = Wasmtime.Module;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>
/// Keeps compiled code from run to run, in a file for each wasm file, engine version and machine type. A file begins
/// with the SHA-256 of the rest, since the engine runs what it is given: a torn or altered file is compiled anew. The
/// hash does not hold off someone who can write to the folder, so the folder is its owner's alone.
/// </summary>
internal sealed class CompiledModuleCache(string folder, ILogger logger)
{
    private static readonly string engineVersion =
        typeof(Wasmtime.Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? typeof(Wasmtime.Engine).Assembly.GetName().Version?.ToString() ?? "unknown";

    /// <summary>Where the code of a wasm file is kept.</summary>
    public string PathOf(string wasmSha256)
    {
        // Of the version only the part before the commit; a file's name stays short.
        var version = engineVersion.Split('+')[0];
        return Path.Combine(folder, $"nectar-host-{wasmSha256}-wasmtime-{version}-{RuntimeInformation.RuntimeIdentifier}.cwasm");
    }

    /// <summary>Takes the compiled code from its file, or compiles and writes the file.</summary>
    public Module Load(Wasmtime.Engine engine, byte[] wasm, string wasmSha256)
    {
        var path = PathOf(wasmSha256);
        if (TryRead(engine, path, out var module))
        {
            return module;
        }

        module = Module.FromBytes(engine, "nectar-host", wasm);
        TryWrite(path, module.Serialize());
        return module;
    }

    private bool TryRead(Wasmtime.Engine engine, string path, [NotNullWhen(true)] out Module? module)
    {
        module = null;
        try
        {
            var file = File.ReadAllBytes(path).AsSpan();
            if (file.Length < SHA256.HashSizeInBytes
                || !SHA256.HashData(file[SHA256.HashSizeInBytes..]).AsSpan().SequenceEqual(file[..SHA256.HashSizeInBytes]))
            {
                HostLog.CompiledCodeUnusable(logger, path, "its hash is not that of its content");
                return false;
            }

            module = Module.Deserialize(engine, "nectar-host", file[SHA256.HashSizeInBytes..]);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            HostLog.Compiling(logger, path);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or WasmtimeException)
        {
            HostLog.CompiledCodeUnusable(logger, path, error.Message);
            return false;
        }
    }

    // Written beside its place and moved there, so that another process never reads half a file.
    private void TryWrite(string path, byte[] compiled)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var beside = Path.Combine(folder, Path.GetRandomFileName());
            using (var file = File.Create(beside))
            {
                file.Write(SHA256.HashData(compiled));
                file.Write(compiled);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            HostLog.CompiledCodeNotKept(logger, path, error.Message);
        }
    }
}
