mod books;
mod wide;
