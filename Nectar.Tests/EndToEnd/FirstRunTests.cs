namespace Nectar.Tests.EndToEnd;

public sealed class FirstRunTests
{
    [Fact]
    public async Task The_app_makes_the_folder_of_its_journal_where_there_is_none_yet()
    {
        var parent = Directory.CreateTempSubdirectory("nectar-first-");
        var folder = Path.Combine(parent.FullName, "share", "nectar");
        try
        {
            await using (var app = RunningApp.Start(new Dictionary<string, string> { ["NECTAR_DATA"] = folder }))
            {
                await app.WhenUpAsync(TestContext.Current.CancellationToken);
            }

            Assert.True(File.Exists(Path.Combine(folder, "embedded.db")));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }
}
