"""Uploaded files: held in memory and never past a limit, whatever a request sends."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 5 * 1024 * 1024  # of all files of a request


class Bounded(FileUploadHandler):
    """Keeps the first MOST_BYTES of a request's files and lets the rest go; a file still tells its whole size.

    Django's own writes larger files to disk before any form can refuse them.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.room = MOST_BYTES
        self.kept = BytesIO()

    def new_file(self, *args: Any, **named: Any) -> None:
        """Begin with the next file."""
        super().new_file(*args, **named)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a part of the file while there is room."""
        part = raw_data[: self.room]
        self.kept.write(part)
        self.room -= len(part)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file as the form sees it: `size` is what was sent."""
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )
