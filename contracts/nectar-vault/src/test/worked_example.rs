//! The figures of the README's example of vesting.

use crate::books::Books;

const USDC: i128 = 10_000_000;
const VESTING: u32 = 720;

fn deposit(books: &mut Books, amount: i128) -> i128 {
    let shares = books.shares_for(amount).unwrap();
    books.idle += amount;
    books.shares += shares;
    shares
}

#[test]
fn the_readme_reckons_as_the_books_do() {
    let mut books = Books::empty();
    deposit(&mut books, 10 * USDC);
    deposit(&mut books, 990 * USDC);

    // A liquidation in ledger 5,000 makes 100 USDC, of which the keeper gets 10.
    books.idle += 90 * USDC;
    books.book_profit(90 * USDC, 5_000, VESTING);
    let at = |books: &Books, ledger: u32| (books.unvested(ledger), books.share_price(ledger).unwrap());
    assert_eq!(at(&books, 5_000), (90 * USDC, 1_000_000_000_000));
    assert_eq!(at(&books, 5_240), (60 * USDC, 1_029_999_999_997));
    assert_eq!(at(&books, 5_720), (0, 1_089_999_999_991));

    // Who deposits right after it pays 1.09 a share for what redeems at 1.008 and grows to what was paid.
    let mut later = books.clone();
    let shares = deposit(&mut later, 109 * USDC);
    assert_eq!(shares, 1_000_000_000_008_256);
    assert_eq!(later.value_of(shares, 5_000), Some(1_008_181_818));
    assert_eq!(later.value_of(shares, 5_720), Some(109 * USDC - 1));

    // Half the time later another 45 USDC come: 45 wait for 360 ledgers more, 45 for 720.
    books.idle += 45 * USDC;
    books.book_profit(45 * USDC, 5_360, VESTING);
    assert_eq!((books.unvested(5_360), books.vest_until), (90 * USDC, 5_900));

    // Then 30 USDC are lost: unvested profit pays, the price stays.
    let before = at(&books, 5_360).1;
    books.idle -= 30 * USDC;
    books.drawn += 30 * USDC;
    books.write_off(30 * USDC, 5_360);
    assert_eq!(at(&books, 5_360), (60 * USDC, before));
}
