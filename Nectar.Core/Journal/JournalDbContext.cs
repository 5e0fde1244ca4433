using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nectar.Core.Journal;

/// <summary>The journal's tables.</summary>
internal sealed class JournalDbContext(DbContextOptions<JournalDbContext> options) : DbContext(options)
{
    // SQLite's whole numbers have 64 bits; sums of money here have 128.
    private static readonly ValueConverter<Int128, string> wide = new(
        value => value.ToString(CultureInfo.InvariantCulture),
        text => Int128.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    public DbSet<JournalLine> Lines => Set<JournalLine>();

    public DbSet<JournalCase> Cases => Set<JournalCase>();

    public DbSet<JournalCursor> Cursors => Set<JournalCursor>();

    public DbSet<JournalBorrower> Borrowers => Set<JournalBorrower>();

    public DbSet<JournalPosition> Positions => Set<JournalPosition>();

    public DbSet<JournalSample> Samples => Set<JournalSample>();

    public DbSet<JournalSent> Sent => Set<JournalSent>();

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
            c.HasIndex(l => l.Borrower);
            // Open cases are few among many: the one question of a start.
            c.HasIndex(l => new { l.Keeper, l.IsOpen });
        });
        modelBuilder.Entity<JournalCursor>().HasKey(c => new { c.Keeper, c.Pool });
        modelBuilder.Entity<JournalBorrower>().HasKey(b => new { b.Keeper, b.Pool, b.Borrower });
        modelBuilder.Entity<JournalPosition>(position =>
        {
            position.HasKey(p => p.Id);
            position.HasIndex(p => new { p.Pool, p.Borrower }).IsUnique();
        });
        modelBuilder.Entity<JournalSample>(sample =>
        {
            sample.HasKey(s => s.Id);
            sample.HasIndex(s => new { s.PositionId, s.Id });
            sample.Property(s => s.Health).HasConversion(wide);
            sample.Property(s => s.Collateral).HasConversion(wide);
            sample.Property(s => s.Debt).HasConversion(wide);
        });
        modelBuilder.Entity<JournalSent>(sent =>
        {
            sent.HasKey(s => s.Account);
            sent.HasIndex(s => s.UntilMilliseconds);
        });
        modelBuilder.Entity<JournalSettings>().HasKey(s => s.Keeper);
        modelBuilder.Entity<JournalAlertRule>().HasKey(r => r.Rule);
        modelBuilder.Entity<JournalDelivery>().HasKey(d => d.Id);
        modelBuilder.Entity<JournalAudit>().HasKey(a => a.Id);
        modelBuilder.Entity<JournalTally>(tally =>
        {
            tally.HasKey(t => t.Keeper);
            tally.Property(t => t.Profit).HasConversion(wide);
        });
    }
}
