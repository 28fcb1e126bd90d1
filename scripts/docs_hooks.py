"""What `mkdocs build` needs beside `docs/`: pages of the root, the reference of the API, links out of the folder."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.docs_api import reference

ROOT = Path(__file__).resolve().parent.parent
# Pages of the root that people look for on GitHub, under their names in the site.
FROM_ROOT = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)")
FETCHED = re.compile(r'(?:src="|<link rel="(?:stylesheet|preconnect|icon)"[^>]* href=")(?:https?:)?//[^"]*')


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from other files."""
    for source, name in FROM_ROOT.items():
        text = (ROOT / source).read_text(encoding="utf-8").replace("](docs/", "](")
        files.append(File.generated(config, name, content=text))
    files.append(File.generated(config, "api.md", content=reference()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Leave of links to files that the site does not have only their text; a file that is not there is an error."""
    folder = Path(page.file.src_uri).parent
    made = page.file.src_uri in FROM_ROOT.values()

    def linked(link: re.Match[str]) -> str:
        text, target, anchor = link[1], link[2], link[3] or ""
        if files.get_file_from_path(_joined(folder, target)):
            return link[0]
        there = (ROOT if made else Path(config.docs_dir) / folder).joinpath(target).resolve()
        if not there.exists() and not (ROOT / "docs" / target).exists():
            raise PluginError(f"{page.file.src_uri}: {target} is not there.")
        name = FROM_ROOT.get(str(there.relative_to(ROOT)))
        return f"[{text}]({name}{anchor})" if name else text

    return LINK.sub(linked, markdown)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Whoever reads the site asks no other server for anything."""
    if found := FETCHED.search(output):
        raise PluginError(f"{page.file.src_uri} fetches {found[0]}.")
    return output


def _joined(folder: Path, target: str) -> str:
    parts: list[str] = []
    for part in (folder / target).parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
