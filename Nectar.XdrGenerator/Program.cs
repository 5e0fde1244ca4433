using Nectar.XdrGenerator;

if (args is not [var root] || root is "--help" or "-h")
{
    var help = args is ["--help" or "-h"];
    await (help ? Console.Out : Console.Error).WriteLineAsync(
        "Usage: dotnet run --project Nectar.XdrGenerator -- ROOT\n" +
        $"Writes the C# of every type in ROOT/{GeneratedTree.DefinitionPath} to ROOT/{GeneratedTree.TypesFolder}.").ConfigureAwait(false);
    return help ? 0 : 2;
}

var definitionPath = Path.Combine(root, GeneratedTree.DefinitionPath);
if (!File.Exists(definitionPath))
{
    await Console.Error.WriteLineAsync($"'{definitionPath}' does not exist: ROOT must be the repository's root").ConfigureAwait(false);
    return 2;
}

var files = GeneratedTree.Of(XdrDefinition.Load(definitionPath));
var folder = Path.Combine(root, GeneratedTree.TypesFolder);
Directory.CreateDirectory(folder);
foreach (var stale in Directory.GetFiles(folder).Where(f => !files.ContainsKey($"{GeneratedTree.TypesFolder}/{Path.GetFileName(f)}")))
{
    File.Delete(stale);
}

foreach (var (path, text) in files)
{
    var target = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    await File.WriteAllTextAsync(target, text).ConfigureAwait(false);
}

await Console.Out.WriteLineAsync($"{files.Count} files written").ConfigureAwait(false);
return 0;
