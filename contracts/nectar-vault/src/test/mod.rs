mod books;
mod wide;
mod worked_example;
