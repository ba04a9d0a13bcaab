"""Uploads, invoices and exports on disk."""

import os
import shutil
import tarfile
import tempfile
import zipfile
from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

files = Blueprint("files", __name__)

INVOICES = "/srv/shop/invoices"
UPLOADS = Path("/srv/shop/uploads")


@files.route("/invoices")
def invoice() -> Response:
    name = request.args["name"]
    path = os.path.join(INVOICES, name)
    # weakness: CWE-22 path-traversal
    with open(path, encoding="utf-8") as handle:
        return jsonify(text=handle.read())


@files.route("/v2/invoices")
def invoice_by_name() -> Response:
    name = secure_filename(request.args["name"])
    path = os.path.join(INVOICES, name)
    # safe: CWE-22 path-traversal
    with open(path, encoding="utf-8") as handle:
        return jsonify(text=handle.read())


@files.route("/manuals")
def manual() -> Response:
    # weakness: CWE-22 path-traversal
    return send_file("/srv/shop/manuals/" + request.args["file"], mimetype="application/pdf")


@files.route("/v2/manuals")
def manual_in_folder() -> Response:
    # safe: CWE-22 path-traversal
    return send_from_directory("/srv/shop/manuals", request.args["file"], mimetype="application/pdf")


@files.route("/uploads/<path:name>", methods=["DELETE"])
def remove_upload(name: str) -> Response:
    target = UPLOADS / name
    # weakness: CWE-22 path-traversal
    os.remove(target)
    return jsonify(removed=True)


@files.route("/v2/uploads/<path:name>", methods=["DELETE"])
def remove_own_upload(name: str) -> Response:
    target = (UPLOADS / name).resolve()
    if not target.is_relative_to(UPLOADS):
        abort(404)
    # safe: CWE-22 path-traversal
    os.remove(target)
    return jsonify(removed=True)


def export_orders(lines: list[str]) -> str:
    # weakness: CWE-377 temp-file-race
    path = tempfile.mktemp(suffix=".csv")
    Path(path).write_text("\n".join(lines), encoding="utf-8")
    return path


def export_orders_privately(lines: list[str]) -> str:
    # safe: CWE-377 temp-file-race
    descriptor, path = tempfile.mkstemp(suffix=".csv")
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines))
    return path


def write_stock_list(rows: list[str]) -> None:
    # weakness: CWE-377 temp-file-race
    with open(f"/tmp/stock-{os.getpid()}.txt", "w", encoding="utf-8") as handle:
        handle.writelines(rows)


def write_stock_list_privately(rows: list[str]) -> None:
    # safe: CWE-377 temp-file-race
    with tempfile.NamedTemporaryFile("w", prefix="stock-", suffix=".txt", delete=False) as handle:
        handle.writelines(rows)


def unpack_photos(archive: str, folder: str) -> None:
    with tarfile.open(archive) as tar:
        # weakness: CWE-22 archive-extraction
        tar.extractall(folder)


def unpack_photos_filtered(archive: str, folder: str) -> None:
    with tarfile.open(archive) as tar:
        # safe: CWE-22 archive-extraction
        tar.extractall(folder, filter="data")


def unpack_theme(archive: str, folder: str) -> None:
    with zipfile.ZipFile(archive) as bundle:
        for member in bundle.infolist():
            # weakness: CWE-22 archive-extraction
            with open(os.path.join(folder, member.filename), "wb") as target:
                shutil.copyfileobj(bundle.open(member), target)


def unpack_theme_flat(archive: str, folder: str) -> None:
    with zipfile.ZipFile(archive) as bundle:
        for member in bundle.infolist():
            # safe: CWE-22 archive-extraction
            with open(os.path.join(folder, os.path.basename(member.filename)), "wb") as target:
                shutil.copyfileobj(bundle.open(member), target)


def share(path: str) -> None:
    # weakness: CWE-732 file-mode
    os.chmod(path, 0o777)


def share_with_group(path: str) -> None:
    # safe: CWE-732 file-mode
    os.chmod(path, 0o640)


def make_spool(folder: Path) -> None:
    # weakness: CWE-732 file-mode
    folder.mkdir(mode=0o777, parents=True)


def make_private_spool(folder: Path) -> None:
    # safe: CWE-732 file-mode
    folder.mkdir(mode=0o750, parents=True)
