"""Models come over a safe way from the first address to the last, and a broken-off download ends well or is told."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from app.commands.voice_problems import voice_problem_line
from tests.voice.model_server import ModelServer, model_archive, model_server
from voice.errors import ModelTrouble
from voice.models.catalogue import catalogue, find_published
from voice.models.download import download
from voice.models.shelf import Shelf

NAME = "vosk-model-small-cn-0.22"
HALF = 2 << 16  # whole chunks, so that all of it is kept


def archive() -> bytes:
    return model_archive(NAME, os.urandom(300_000))


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as one:
        one.publish(NAME, archive())
        yield one


@pytest.fixture
def elsewhere() -> Iterator[ModelServer]:
    """Another host, without HTTPS: it has another list, and archives that fit it."""
    with model_server("127.0.0.2") as one:
        one.publish(NAME, archive())
        yield one


def refused(act: Callable[[], object]) -> ModelTrouble:
    with pytest.raises(ModelTrouble) as error:
        act()
    return error.value


def test_a_list_that_is_sent_on_to_an_unsafe_address_is_not_read(server: ModelServer, elsewhere: ModelServer) -> None:
    """The line names the address, and nothing was asked of it."""
    there = server.sent_on["model-list.json"] = f"{elsewhere.url}model-list.json"
    problem = refused(lambda: catalogue(server.url))
    assert voice_problem_line(problem) == f"models are fetched over https:// only ({there})"
    assert elsewhere.asked == []


def test_an_archive_that_is_sent_on_to_an_unsafe_address_is_not_fetched(
    server: ModelServer, elsewhere: ModelServer, tmp_path: Path
) -> None:
    """Also by way of a safe one."""
    with model_server() as between:
        server.sent_on[f"{NAME}.zip"] = f"{between.url}{NAME}.zip"
        between.sent_on[f"{NAME}.zip"] = f"{elsewhere.url}{NAME}.zip"
        elsewhere.archives = server.archives
        offer = find_published(NAME, server.url)
        assert refused(lambda: Shelf(tmp_path).install(offer)).code == "not_secure"
        assert between.asked == [(f"{NAME}.zip", "")]
    assert elsewhere.asked == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["ftp://127.0.0.1/models.zip", "http://[", "https://[::1/x"])
def test_no_address_of_another_kind_is_followed(there: str, server: ModelServer) -> None:
    server.sent_on["model-list.json"] = there
    assert refused(lambda: catalogue(server.url)).code == "not_secure"


def test_https_stays_https(elsewhere: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From one safe address to another it goes on; from there to an unsafe one it does not."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    with model_server(tls=context) as first, model_server(tls=context) as second:
        second.publish(NAME, archive())
        first.sent_on["model-list.json"] = f"{second.url}model-list.json"
        assert [one.name for one in catalogue(first.url)] == [NAME]
        second.sent_on["model-list.json"] = f"{elsewhere.url}model-list.json"
        assert refused(lambda: catalogue(first.url)).code == "not_secure"
    assert elsewhere.asked == []


def test_a_download_that_is_sent_on_safely_goes_on_in_the_middle(server: ModelServer, tmp_path: Path) -> None:
    with model_server() as other:
        other.archives, other.cut_after = server.archives, HALF
        server.sent_on[f"{NAME}.zip"] = f"{other.url}{NAME}.zip"
        offer = find_published(NAME, server.url)
        assert refused(lambda: download(offer, tmp_path)).code == "download_broken"
        other.cut_after = None
        assert download(offer, tmp_path).read_bytes() == server.archives[NAME]
        assert other.asked[-1] == (f"{NAME}.zip", f"bytes={HALF}-")


# -- taken up again --------------------------------------------------------------------------------------


def broken_off(server: ModelServer, folder: Path) -> None:
    """Half of what the server has is here."""
    server.cut_after = HALF
    offer = find_published(NAME, server.url)
    assert refused(lambda: download(offer, folder)).code == "download_broken"
    server.cut_after = None


@pytest.mark.parametrize("editions", [True, False])
@pytest.mark.parametrize("longer", [0, 1000, -1000])
def test_a_new_edition_is_fetched_from_its_beginning(
    longer: int, editions: bool, server: ModelServer, tmp_path: Path
) -> None:
    """Another file under the old name, and a list that says so: what had come of the old one is of no use."""
    broken_off(server, tmp_path)
    server.editions = editions
    server.publish(NAME, model_archive(NAME, os.urandom(300_000 + longer)))
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == server.archives[NAME]
    assert [file.name for file in tmp_path.iterdir()] == [f"{NAME}.zip.part"], "no note is left"


def test_a_whole_download_of_an_old_edition_is_fetched_anew(server: ModelServer, tmp_path: Path) -> None:
    """It was fetched and never unpacked; the new edition is as long."""
    download(find_published(NAME, server.url), tmp_path)
    server.publish(NAME, archive())
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == server.archives[NAME]


def test_an_edition_that_went_and_came_back_is_found_out_by_its_tag(server: ModelServer, tmp_path: Path) -> None:
    """The part is of a file that the list never named: the tag tells, and the right one is fetched at once."""
    right = server.archives[NAME]
    server.archives[NAME] = b"x" * len(right)
    broken_off(server, tmp_path)
    server.archives[NAME] = right
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == right


def test_bytes_from_another_place_are_not_put_behind_what_is_here(server: ModelServer, tmp_path: Path) -> None:
    broken_off(server, tmp_path)
    server.early = 100
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == server.archives[NAME]


@pytest.mark.parametrize("lengths", [True, False])
def test_a_file_shorter_than_listed_is_told_and_fetched_afresh_later(
    lengths: bool, server: ModelServer, tmp_path: Path
) -> None:
    """Never said to have been interrupted for ever; without lengths the second try finds out."""
    right, server.lengths = server.archives[NAME], lengths
    server.archives[NAME] = right[:HALF]
    offer = find_published(NAME, server.url)
    codes = [refused(lambda: download(offer, tmp_path)).code for _ in range(1 if lengths else 2)]
    assert codes == (["not_as_listed"] if lengths else ["download_broken", "not_as_listed"])
    assert list(tmp_path.iterdir()) == []
    server.archives[NAME] = right
    assert download(offer, tmp_path).read_bytes() == right


def test_a_file_that_became_shorter_than_what_is_here_is_told(server: ModelServer, tmp_path: Path) -> None:
    broken_off(server, tmp_path)
    offer = find_published(NAME, server.url)
    server.archives[NAME] = server.archives[NAME][: HALF // 2]
    problem = refused(lambda: download(offer, tmp_path))
    assert problem.code == "not_as_listed"
    assert "try again later" in voice_problem_line(problem)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [404, 503])
def test_a_server_that_gives_it_no_more_is_not_taken_for_an_interruption(
    status: int, server: ModelServer, tmp_path: Path
) -> None:
    """What is here is kept: it may give it again."""
    broken_off(server, tmp_path)
    offer, server.refused = find_published(NAME, server.url), status
    problem = refused(lambda: download(offer, tmp_path))
    assert problem.code == "not_given"
    assert voice_problem_line(problem).startswith(f"the server does not give it; try again later ({status} ")
    server.refused = None
    assert download(offer, tmp_path).read_bytes() == server.archives[NAME]
    assert server.asked[-1] == (f"{NAME}.zip", f"bytes={HALF}-")


def test_a_spoilt_note_spoils_no_download(server: ModelServer, tmp_path: Path) -> None:
    broken_off(server, tmp_path)
    (tmp_path / f"{NAME}.zip.part.json").write_text('{"edition": "a\\nb: c"}')
    assert download(find_published(NAME, server.url), tmp_path).read_bytes() == server.archives[NAME]


def test_a_disk_that_becomes_full_is_told(server: ModelServer, tmp_path: Path) -> None:
    """There was room when it began: the device of this name is full with the first byte."""
    (tmp_path / f"{NAME}.zip.part").symlink_to("/dev/full")
    assert refused(lambda: download(find_published(NAME, server.url), tmp_path)).code == "no_space"
