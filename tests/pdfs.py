"""PDF files as small as they can be, for tests of who reads them."""

import zlib
from collections.abc import Sequence


def pdf(*pages: Sequence[str]) -> bytes:
    """A file with these lines of text on its pages."""
    streams = [
        f"BT /F1 12 Tf 72 720 Td 14 TL {' '.join(f'({line}) Tj T*' for line in lines)} ET".encode()
        for lines in pages
    ]
    return _file([b"/Length %d >>\nstream\n%b\nendstream" % (len(text), text) for text in streams])


def bomb(megabytes: int) -> bytes:
    """A small file whose one page is as large as that."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"")
    one = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = (((megabytes << 20) % 65_521) << 16) | 1  # the Adler-32 of so many zeros
    packed = head + one.removeprefix(head) * megabytes + b"\x03\x00" + check.to_bytes(4, "big")
    return _file([b"/Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed)])


def _file(contents: Sequence[bytes]) -> bytes:
    """A file of pages with these contents."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(contents)))
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(contents)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, content in enumerate(contents):
        things += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * at),
            b"<< " + content,
        ]
    out, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(things) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )
