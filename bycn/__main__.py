"""The program's start, also as `python -m bycn`: until all is imported, Ctrl-C ends it without a traceback."""

import signal

if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from bycn.cli import main

if __name__ == "__main__":
    main()
