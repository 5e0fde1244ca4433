using Nectar.Tests.Support;
using Nectar.XdrGenerator;

namespace Nectar.Tests.Conventions;

public sealed class GeneratedXdrTests
{
    [Fact]
    public void Generated_files_are_what_the_definition_gives_today()
    {
        var expected = GeneratedTree.Of(XdrDefinition.Load(Repository.PathOf(GeneratedTree.DefinitionPath)));

        foreach (var (path, text) in expected)
        {
            Assert.Equal(text, File.ReadAllText(Repository.PathOf(path)));
        }

        var inFolder = Directory.GetFiles(Repository.PathOf(GeneratedTree.TypesFolder)).Select(f => Path.GetFileName(f));
        Assert.Empty(inFolder.Except(expected.Keys.Select(p => Path.GetFileName(p))));
    }
}
