using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nectar.Core.Journal;

/// <summary>The journal's tables.</summary>
internal sealed class JournalDbContext(DbContextOptions<JournalDbContext> options) : DbContext(options)
{
    public DbSet<JournalLine> Lines => Set<JournalLine>();

    public DbSet<JournalCase> Cases => Set<JournalCase>();

    public DbSet<JournalCursor> Cursors => Set<JournalCursor>();

    public DbSet<JournalBorrower> Borrowers => Set<JournalBorrower>();

    public DbSet<JournalTally> Tallies => Set<JournalTally>();

    public DbSet<JournalSettings> Settings => Set<JournalSettings>();

    public DbSet<JournalAudit> Audits => Set<JournalAudit>();

    public DbSet<JournalAlertRule> AlertRules => Set<JournalAlertRule>();

    public DbSet<JournalDelivery> Deliveries => Set<JournalDelivery>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<JournalLine>(line =>
        {
            line.HasKey(l => l.Id);
            line.HasIndex(l => l.CaseId);
        });
        modelBuilder.Entity<JournalCase>(c =>
        {
            c.HasKey(l => l.Id);
            c.HasIndex(l => l.EndLine);
            c.HasIndex(l => l.FirstLine);
            // Open cases are few among many: the one question of a start.
            c.HasIndex(l => new { l.Keeper, l.IsOpen });
        });
        modelBuilder.Entity<JournalCursor>().HasKey(c => new { c.Keeper, c.Pool });
        modelBuilder.Entity<JournalBorrower>().HasKey(b => new { b.Keeper, b.Pool, b.Borrower });
        modelBuilder.Entity<JournalSettings>().HasKey(s => s.Keeper);
        modelBuilder.Entity<JournalAlertRule>().HasKey(r => r.Rule);
        modelBuilder.Entity<JournalDelivery>().HasKey(d => d.Id);
        modelBuilder.Entity<JournalAudit>().HasKey(a => a.Id);
        modelBuilder.Entity<JournalTally>(tally =>
        {
            tally.HasKey(t => t.Keeper);
            // SQLite's whole numbers have 64 bits; sums of money here have 128.
            tally.Property(t => t.Profit).HasConversion(new ValueConverter<Int128, string>(
                value => value.ToString(CultureInfo.InvariantCulture),
                text => Int128.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
        });
    }
}
