"""`python -m bycn`: the command line."""

from bycn.cli import main

if __name__ == "__main__":
    main()
