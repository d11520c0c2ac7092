"""The least that a command of typer can cost: one argument, one line."""

import typer

app = typer.Typer()


@app.command()
def check(address: str) -> None:
    """Print the address."""
    print(address)


app()
