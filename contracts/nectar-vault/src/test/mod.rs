mod books;
mod cooldown;
mod keeper_record;
mod liquidate;
mod price;
mod wide;
mod worked_example;
