using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nectar.Core.Journal.Migrations
{
    /// <inheritdoc />
    public partial class Positions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Borrower",
                table: "Cases",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Pool = table.Column<string>(type: "TEXT", nullable: false),
                    Borrower = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Positions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PositionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ledger = table.Column<uint>(type: "INTEGER", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Health = table.Column<string>(type: "TEXT", nullable: true),
                    Collateral = table.Column<string>(type: "TEXT", nullable: true),
                    Debt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.Id);
                });

            // The cases that there are know their borrowers.
            migrationBuilder.Sql("UPDATE Cases SET Borrower = COALESCE(json_extract(Json, '$.borrower'), '')");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Borrower",
                table: "Cases",
                column: "Borrower");

            migrationBuilder.CreateIndex(
                name: "IX_Positions_Pool_Borrower",
                table: "Positions",
                columns: new[] { "Pool", "Borrower" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Samples_PositionId_Id",
                table: "Samples",
                columns: new[] { "PositionId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "Samples");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Borrower",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Borrower",
                table: "Cases");
        }
    }
}
