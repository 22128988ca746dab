"""Nothing that is stored, logged or backed up ties a story to a person: the whole bot, measured."""

import time
from pathlib import Path
from random import Random

import pytest
from aiohttp import ClientSession

from bot.delivery.paces import Paces
from bot.playground import Playground
from bot.storage.backup import back_up
from bot.storage.vault import secret_in
from tests.home.traces import nothing_owed
from tests.stories.linkage.checker import leaks
from tests.stories.linkage.crowd import Crowd, Desk, Guest
from tests.stories.linkage.evidence import Evidence, seize
from tests.stories.linkage.truth import Fate, Truth
from tests.stories.linkage.logs import debug_log
from tests.stories.newsroom import Newsroom, newsroom


async def test_x(playground: Playground, tmp_path: Path, sealed, monkeypatch):
    t = time.time()

    def lap(what):
        nonlocal t
        print(what, round(time.time() - t, 1))
        t = time.time()

    monkeypatch.setattr(Paces, "wait", lambda *_: 0.0)
    folder = tmp_path / "data"
    with debug_log() as dlog:
        async with newsroom(
            playground,
            folder,
            moderation_hours=(3,),
            listen="127.0.0.1:0",
            messages_per_second=1000,
        ) as room:
            room.moderator.patience = 30
            truth = Truth(secret_in(folder), sealed=sealed)
            crowd = Crowd(room, truth, Random(7))
            crowd.come(50)
            late = [Guest(room.reader()) for _ in range(3)]
            truth.people |= {g.id for g in late}
            desk = Desk(room, truth)

            async def day(guest: Guest, batch):
                r = crowd.random
                await guest.send("/start")
                if r.random() < 0.2:
                    await crowd.give_up(guest)
                await crowd.tell(guest, batch)
                if r.random() < 0.3:
                    await guest.send("/opt_out")
                await crowd.tell(guest, batch)
                if r.random() < 0.3:
                    await guest.send("/settings")

            await crowd.all(lambda g: day(g, 0))
            lap("day 1")
            for g in late:
                await crowd.forget(g)
            room.clock.pass_(hours=20)
            cards = await desk.cards(100)
            lap("cards")
            for (one, message), act in zip(
                cards, ["publish"] * 30 + ["rejected:off_theme"] * 4 + ["aside"] * 3
            ):
                await desk.decide(message, act)
                if act == "publish":
                    one.fate = Fate.PUBLISHED
                if act.startswith("rej"):
                    one.fate = Fate.GONE
            lap("publish")
            published = [o for o, _ in cards[:30]]

            async def read(guest):
                n = crowd.random.randint(3, 30)
                await guest.send(f"/start story_{n}")
                await guest.send("/stories")
                one = crowd.random.choice(truth.told)
                await guest.send(f"/receipt {one.receipt}")

            await crowd.all(read, 25)
            lap("read")
            for n, g in zip((5, 6, 7, 5), crowd.guests[10:]):
                await crowd.comment(g, n, 1)
            await crowd.withdraw(crowd.guests[4], published[0])
            await crowd.withdraw(crowd.guests[5], published[1])
            await crowd.withdraw(crowd.guests[5], cards[-1][0])
            await crowd.all(lambda g: day(g, 1))
            lap("day 2")
            room.clock.pass_(hours=24)
            await room.bot.housekeeping.once()
            before = {m["message_id"] for _, m in cards}
            cards = await desk.cards(62 + 104)
            lap("cards 2")
            new = [c for c in cards if c[1]["message_id"] not in before]
            print(len(cards), len(new))
            for one, message in new[:40]:
                await desk.decide(message, "publish")
                one.fate = Fate.PUBLISHED
            comments = set()
            for one, message in new[40:]:
                if "omment" in message["text"][:200]:
                    await desk.decide(message, "publish")
            lap("publish 2")
            await crowd.withdraw(crowd.guests[4], published[2])
            await nothing_owed(room)
            await room.bot.database.writer.wiping.finished()
            async with (
                ClientSession() as session,
                session.get(f"http://127.0.0.1:{room.bot.server.port}/metrics") as page,
            ):
                metrics = await page.read()
            await back_up(room.bot.database.url, tmp_path / "backup.db")
            import sqlite3

            ev = seize(
                folder,
                tmp_path / "backup.db",
                truth.secret,
                log=dlog.getvalue().encode(),
                metrics=metrics,
            )
            print({k: len(v) for k, v in ev.files.items()})
            lap("seize")
            import pickle

            (Path("/tmp/ev.pickle")).write_bytes(pickle.dumps((dict(ev.files), ev.secret, truth)))
            found = leaks(ev, truth)
            lap("check")
            for f in found[:60]:
                print(f)
            assert not found
