using Nectar.Core.Units;

namespace Nectar.Tests.Core.Units;

public sealed class IdentifierTests
{
    private static readonly byte[] bytes = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Ids_of_equal_bytes_are_equal_and_print_their_text()
    {
        Assert.Equal(new AccountId(bytes), AccountId.Parse(new AccountId(bytes).ToString()));
        Assert.Equal(new ContractId(bytes), ContractId.Parse(new ContractId(bytes).ToString()));
        Assert.Equal(new TransactionHash(bytes), TransactionHash.Parse(new TransactionHash(bytes).ToString().ToUpperInvariant()));
        Assert.Equal("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", new TransactionHash(bytes).ToString());
        Assert.NotEqual(new AccountId(bytes), new AccountId(new byte[32]));
    }

    [Fact]
    public void A_wrong_number_of_bytes_is_refused_with_both_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => new AccountId(bytes.AsSpan(1)));

        Assert.StartsWith("31 bytes given for AccountId, 32 needed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e")]
    public void What_is_no_hash_is_refused_by_name(string text)
    {
        var error = Assert.Throws<FormatException>(() => TransactionHash.Parse(text));

        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ledger_numbers_are_ordered_and_do_not_wrap()
    {
        Assert.True(new LedgerNumber(1) < new LedgerNumber(2));
        Assert.Equal(new LedgerNumber(12), new LedgerNumber(7).Plus(5));
        Assert.Throws<OverflowException>(() => new LedgerNumber(uint.MaxValue).Plus(1));
    }
}
