"""A stored file as a stream that can be read from any place, unpacked into a temporary file where it is packed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from product_importer.imports.compression import PlainBlocks
from product_importer.imports.file_format import Compression


@contextmanager
def seekable(stream: BinaryIO, compression: Compression | None) -> Iterator[BinaryIO]:
    """The unpacked bytes of a stored file; raises ProblemError as PlainBlocks does."""
    if compression is None and stream.seekable():
        yield stream
        return
    with TemporaryFile() as file:
        if compression is None:
            shutil.copyfileobj(stream, file)
        else:
            file.writelines(PlainBlocks(stream, compression))
        file.seek(0)
        yield cast(BinaryIO, file)
