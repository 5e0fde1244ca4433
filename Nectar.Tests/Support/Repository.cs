namespace Nectar.Tests.Support;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution, looked for upwards from the test binaries.</summary>
    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Nectar.Web.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"no folder above '{AppContext.BaseDirectory}' holds Nectar.Web.sln");
    }
}
