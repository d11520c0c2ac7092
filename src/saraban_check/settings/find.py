"""Where the settings file is. What reads it is loaded only where there is one."""

from pathlib import Path

NAME, PROJECT = "saraban-check.toml", "pyproject.toml"
MOST_MB = 1


def find_settings(folder: Path) -> Path | None:
    """The settings file of a folder: its own, or that of the nearest folder above."""
    for place in (folder, *folder.parents):
        if (place / NAME).exists() or (place / NAME).is_symlink():
            return place / NAME
        project = place / PROJECT
        if project.is_file() and _names_us(project):
            return project
    return None


def _names_us(project: Path) -> bool:
    """Whether a pyproject.toml has our table: most are others', and those are not even parsed."""
    with project.open("rb") as content:
        glance = content.read(MOST_MB << 20).translate(None, b" \t\"'")
    if not any(sign in glance for sign in (b"tool.saraban-check", b"[tool]", b"tool=")):
        return False
    from .file import table_of

    return table_of(project) is not None
