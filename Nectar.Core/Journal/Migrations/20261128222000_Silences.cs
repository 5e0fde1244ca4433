using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nectar.Core.Journal.Migrations
{
    /// <inheritdoc />
    public partial class Silences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SilentUntilMilliseconds",
                table: "AlertRules",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SilentUntilMilliseconds",
                table: "AlertRules");
        }
    }
}
