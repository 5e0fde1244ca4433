using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Nectar.Core.Journal;

/// <summary>How the migrations tool makes a context: <c>dotnet ef migrations add NAME --project Nectar.Core -o Journal/Migrations</c>.</summary>
internal sealed class JournalDbContextFactory : IDesignTimeDbContextFactory<JournalDbContext>
{
    /// <inheritdoc/>
    public JournalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<JournalDbContext>().UseSqlite("Data Source=design.db").Options);
}
