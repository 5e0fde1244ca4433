using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nectar.Core.Journal.Migrations
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Borrowers",
                columns: table => new
                {
                    Keeper = table.Column<string>(type: "TEXT", nullable: false),
                    Pool = table.Column<string>(type: "TEXT", nullable: false),
                    Borrower = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Borrowers", x => new { x.Keeper, x.Pool, x.Borrower });
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Keeper = table.Column<string>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstLine = table.Column<long>(type: "INTEGER", nullable: false),
                    EndLine = table.Column<long>(type: "INTEGER", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Cursors",
                columns: table => new
                {
                    Keeper = table.Column<string>(type: "TEXT", nullable: false),
                    Pool = table.Column<string>(type: "TEXT", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", nullable: false),
                    Ledger = table.Column<uint>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cursors", x => new { x.Keeper, x.Pool });
                });

            migrationBuilder.CreateTable(
                name: "Lines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Ledger = table.Column<uint>(type: "INTEGER", nullable: false),
                    Keeper = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tallies",
                columns: table => new
                {
                    Keeper = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Detections = table.Column<long>(type: "INTEGER", nullable: false),
                    Auctions = table.Column<long>(type: "INTEGER", nullable: false),
                    Liquidations = table.Column<long>(type: "INTEGER", nullable: false),
                    RacesLost = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<long>(type: "INTEGER", nullable: false),
                    Profit = table.Column<string>(type: "TEXT", nullable: false),
                    Fees = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tallies", x => x.Keeper);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EndLine",
                table: "Cases",
                column: "EndLine");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_FirstLine",
                table: "Cases",
                column: "FirstLine");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Keeper_IsOpen",
                table: "Cases",
                columns: new[] { "Keeper", "IsOpen" });

            migrationBuilder.CreateIndex(
                name: "IX_Lines_CaseId",
                table: "Lines",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Borrowers");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Cursors");

            migrationBuilder.DropTable(
                name: "Lines");

            migrationBuilder.DropTable(
                name: "Tallies");
        }
    }
}
