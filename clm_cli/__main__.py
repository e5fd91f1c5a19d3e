"""`python -m clm_cli`: the same as `clm`."""

from clm_cli.cli.hoofd import main

if __name__ == "__main__":
    main()
