"""Run Footnote: ``python run_bot.py --help`` lists what it can do."""

import sys

if __name__ == "__main__":
    try:
        from bot.terminal.cli import main
    except KeyboardInterrupt:
        # Ctrl-C while the program is still being read in.
        sys.exit(130)
    main()
