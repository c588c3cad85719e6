"""What is measured, a file for each part of the table. Each gives rows: `measured(size)`."""
