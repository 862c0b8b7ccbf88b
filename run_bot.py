"""Run Footnote: ``python run_bot.py --help`` lists the commands."""

import sys

if __name__ == "__main__":
    try:
        from bot.terminal.cli import main
    except KeyboardInterrupt:
        # Ctrl-C during the imports.
        sys.exit(130)
    main()
