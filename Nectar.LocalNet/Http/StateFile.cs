using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>Keeps a network's state between runs.</summary>
/// <param name="file">The file.</param>
internal sealed class StateFile(FileInfo file)
{
    /// <summary>Loads the state; a file that is not there yet is none.</summary>
    public async Task LoadAsync(LocalNetwork network, CancellationToken cancel)
    {
        if (!File.Exists(file.FullName))
        {
            return;
        }

        try
        {
            await network.LoadStateAsync(await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
        catch (FormatException error)
        {
            throw new FormatException($"the state file '{file.FullName}' cannot be used: {error.Message}", error);
        }
    }

    /// <summary>Writes the state beside the file and puts it in its place, so that a crash leaves the old one whole.</summary>
    public async Task SaveAsync(LocalNetwork network, CancellationToken cancel)
    {
        var beside = $"{file.FullName}.new";
        Directory.CreateDirectory(file.DirectoryName!);
        await File.WriteAllBytesAsync(beside, network.DumpState(), cancel).ConfigureAwait(false);
        File.Move(beside, file.FullName, overwrite: true);
    }
}
