using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nectar.Core.Journal.Migrations
{
    /// <inheritdoc />
    public partial class Sent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Sent",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    UntilMilliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sent", x => x.Account);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sent_UntilMilliseconds",
                table: "Sent",
                column: "UntilMilliseconds");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sent");
        }
    }
}
