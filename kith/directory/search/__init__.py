"""Words to listings, with reasons. Two databases behind `backends`; everything else is the same for both."""
