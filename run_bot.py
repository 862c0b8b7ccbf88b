"""Run Footnote: ``python run_bot.py --help`` lists what it can do."""

from bot.terminal.cli import main

if __name__ == "__main__":
    main()
