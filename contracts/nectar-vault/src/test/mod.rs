mod books;
mod keeper_record;
mod wide;
mod worked_example;
