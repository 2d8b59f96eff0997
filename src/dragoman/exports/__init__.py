"""Records -> what people read: a table for the terminal, a page for the browser, JSON."""

from dragoman.exports.lines import dump_line
from dragoman.exports.page import page_fragment, write_page
from dragoman.exports.table import print_coding

__all__ = ["dump_line", "page_fragment", "print_coding", "write_page"]
