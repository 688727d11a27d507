"""The pages: content as of a day, in words; the app shows them and the command line prints them."""
