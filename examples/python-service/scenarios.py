"""Runs Elastic's Python connector service against the fake and says what was seen. See README.md.

    python scenarios.py [--refresh nrt] [--logs FOLDER] [NAME …]
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from datetime import datetime, timedelta, timezone
from pathlib import Path

from processes import Fake, Service, path

SERVICE_VERSION = os.environ.get("SERVICE_VERSION", "9.6.0")


class Run:
    """One scenario's fake, services and scratch folder."""

    def __init__(self, name, refresh, logs):
        self.name = name
        self.folder = logs / f"{name}-{refresh}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.flags = ["--es-version", SERVICE_VERSION, "--refresh", refresh]
        self.fake = None
        self.services = []
        self.expected_logs = ()
        # Rules of the lint that the scenario itself breaks, to set its scene.
        self.scene = ()

    def start(self, *flags):
        self.fake = Fake(*self.flags, *flags)
        return self.fake

    def service(self, *actions, **environment):
        log = self.folder / f"service-{len(self.services) + 1}.log"
        service = Service(self.fake, log, *actions, **environment)
        self.services.append(service)
        return service

    def notebook(self, pages, **configuration):
        """A notebook with pages and the connector for it, ready to sync."""
        self.write(pages)
        fake = self.fake
        fake.ask("PUT", "/_connector/notebook", {"index_name": "search-notebook", "service_type": "notebook"})
        service = self.service("schedule")
        fake.until(lambda: fake.connector()["status"] == "needs_configuration")
        service.stop()
        values = {"file": str(self.folder / "notebook.json"), **configuration}
        fake.ask("PUT", "/_connector/notebook/_configuration", {"values": values})
        assert fake.connector()["status"] == "configured"

    def write(self, pages, people=("ann@example.org", "bob@example.org")):
        (self.folder / "notebook.json").write_text(json.dumps({"pages": pages, "people": list(people)}))

    def schedule(self, **kinds):
        scheduling = {kind: {"enabled": True, "interval": cron} for kind, cron in kinds.items()}
        self.fake.ask("PUT", "/_connector/notebook/_scheduling", {"scheduling": scheduling})

    def finish(self):
        """Ends every process; what nobody asked for is the scenario's failure."""
        found = []
        for service in self.services:
            if (code := service.stop()) not in (0, None):
                found.append(f"{service.log.name}: exit code {code}")
            found += service.complaints(self.expected_logs)
        if self.fake is not None:
            found += self.fake.surprises()
            (self.folder / "journal.json").write_text(json.dumps(self.fake.requests(), indent=1))
            self.fake.stop()
        return found


def page(id, day=1, **more):
    fields = {"title": f"Page {id}", "text": f"The text of {id}.", "readers": ["ann@example.org"]}
    return {"id": id, "changed": f"2024-06-{day:02}T12:00:00Z", **fields, **more}


def preflight(run):
    fake = run.start()
    service = run.service()
    fake.until(lambda: service.says("are compatible") and len(fake.requests("search")) >= 4)
    seen = [f"{e['request']['method']} {e['request']['rawPath']}" for e in fake.requests()]
    new = [f"{verb} /.elastic-{index}-v1" for index in ("connectors", "connectors-sync-jobs") for verb in ("HEAD", "PUT")]
    assert seen[:5] == ["GET /", *new], seen
    assert ".elastic-connectors" in fake.ask("GET", "/.elastic-connectors-v1")[".elastic-connectors-v1"]["aliases"]
    return "; ".join(seen[:5])


def preflight_refuses_an_older_minor(run):
    run.expected_logs = ("incompatible",)
    major, minor, _ = SERVICE_VERSION.split(".")
    fake = run.start("--es-version", f"{major}.{int(minor) - 1}.0")
    service = run.service()
    service.process.wait(30)
    assert service.says("Elasticsearch minor version is older than Connectors")
    assert [e["api"] for e in fake.requests()] == ["info"]
    return "the service stops after GET /"


def preflight_serverless(run):
    fake = run.start("--serverless")
    service = run.service()
    fake.until(lambda: service.says("is serverless, skipping version") and len(fake.requests("search")) >= 4)
    return "the version check is skipped"


def heartbeat(run):
    fake = run.start()
    run.notebook([page("a")])
    run.service("schedule")
    fake.until(lambda: len(fake.requests("connector.check_in")) >= 3)
    seen = [datetime.fromisoformat(e["at"]) for e in fake.requests("connector.check_in")]
    pause = (seen[2] - seen[1]).total_seconds()
    connector = fake.connector()
    assert connector["status"] == "connected" and connector["last_seen"]
    return f"check-ins {pause:.0f} s apart, status connected"


def folder_sync(run):
    fake = run.start()
    documents = run.folder / "documents"
    documents.mkdir(exist_ok=True)
    for old in documents.iterdir():
        old.unlink()
    for number in range(12):
        (documents / f"{number}.txt").write_text(f"text {number}")
    environment = {**os.environ, "FAKE_URL": fake.url, "SYSTEM_DIR": str(documents), "PYTHONPATH": path()}
    # Elastic's stand-in for Kibana takes the first connector of its configuration.
    configuration = run.folder / "kibana.yml"
    template = (Path(__file__).parent / "config.template.yml").read_text()
    configuration.write_text(template.replace("  - connector_id: notebook\n    service_type: notebook\n", ""))
    prepare = ["--index-name", "search-folder", "--service-type", "dir", "--config-file", str(configuration)]
    with (run.folder / "kibana.log").open("w") as log:
        command = [sys.executable, "-m", "connectors.kibana", *prepare]
        subprocess.run(command, env=environment, stdout=log, stderr=log, check=True, timeout=60)
    # Its schedule of every minute would start jobs between ours.
    off = {"full": {"enabled": False, "interval": "0 0 0 * * ?"}}
    fake.ask("PUT", "/_connector/folder/_scheduling", {"scheduling": off})
    run.service(SYSTEM_DIR=str(documents))
    first = fake.ended(fake.start_job(id="folder"))
    assert (first["status"], first["indexed_document_count"]) == ("completed", 12), first
    (documents / "0.txt").write_text("changed")
    (documents / "1.txt").unlink()
    (documents / "12.md").write_text("new")
    second = fake.ended(fake.start_job(id="folder"))
    assert (second["status"], second["deleted_document_count"]) == ("completed", 1), second
    assert fake.count("search-folder") == second["total_document_count"] == 12
    bulk = [line for entry in fake.requests("bulk") for line in entry["request"]["bodyText"].splitlines()]
    stored = fake.ask("POST", "/search-folder/_search", {"size": 1})["hits"]["hits"][0]["_source"]
    assert not {"_attachment", "_extract_binary_content", "_reduce_whitespace", "_run_ml_inference"} & set(stored)
    connector = fake.connector("folder")
    assert connector["last_sync_status"] == "completed", connector
    return (
        f"first: {first['indexed_document_count']} indexed; second: {second['indexed_document_count']} indexed, "
        f"{second['deleted_document_count']} deleted, {second['total_document_count']} in the index; {len(bulk)} bulk lines"
    )


def scheduled_syncs(run):
    fake = run.start()
    run.notebook([page("a"), page("b")], use_document_level_security=True)
    run.schedule(full="0 * * * * ?", incremental="0 * * * * ?", access_control="0 * * * * ?")
    run.service()
    fake.until(lambda: len(fake.jobs()) >= 3 and all(job["status"] == "completed" for job in fake.jobs()), 100)
    kinds = sorted(job["job_type"] for job in fake.jobs() if job["trigger_method"] == "scheduled")
    assert set(kinds) == {"access_control", "full", "incremental"}, kinds
    connector = fake.connector()
    due = connector["last_sync_scheduled_at"]
    assert datetime.fromisoformat(due).second == 0, due
    conflicts = sum(1 for entry in fake.requests("update") if entry["response"]["status"] == 409)
    return f"{len(kinds)} jobs {', '.join(kinds)}; last_sync_scheduled_at is the cron time; {conflicts} conflicts (409), retried"


def incremental_sync(run):
    fake = run.start()
    run.notebook([page("a"), page("b"), page("c", 2)])
    run.service()
    full = fake.ended(fake.start_job())
    assert full["status"] == "completed" and full["indexed_document_count"] == 3, full
    left = fake.connector()["sync_cursor"]
    run.write([page("a"), page("b", 3, edited=True, text="edited"), page("c", 4, removed=True), page("d", 5)])
    job = fake.ended(fake.start_job("incremental"))
    counts = (job["status"], job["indexed_document_count"], job["deleted_document_count"])
    assert counts == ("completed", 2, 1), job
    sent = fake.requests("connector.sync_job_claim")[-1]["request"]["bodyText"]
    assert json.loads(sent)["sync_cursor"] == left == job["connector"]["sync_cursor"], (sent, left, job)
    now = fake.connector()["sync_cursor"]
    assert now == {"changed": "2024-06-05T12:00:00Z"}, now
    assert fake.ids("search-notebook") == ["a", "b", "d"]
    again = fake.ended(fake.start_job("incremental"))
    assert again["indexed_document_count"] == 0 and again["connector"]["sync_cursor"] == now
    return f"cursor {left['changed']} sent with the claim, {now['changed']} after it; 2 indexed, 1 deleted; then nothing new"


def access_control_sync(run):
    fake = run.start()
    run.notebook([page("a"), page("b")], use_document_level_security=True)
    run.service()
    jobs = [fake.start_job(), fake.start_job("access_control")]
    content, access = (fake.ended(job) for job in jobs)
    assert content["status"] == access["status"] == "completed", (content, access)
    run.write([page("a")], people=["ann@example.org", "eve@example.org"])
    second = fake.ended(fake.start_job("access_control"))
    assert second["deleted_document_count"] == 1, second
    ids = fake.ids(".search-acl-filter-search-notebook")
    assert ids == ["ann@example.org", "eve@example.org"], ids
    connector = fake.connector()
    assert connector["last_access_control_sync_status"] == "completed", connector
    conflicts = sum(1 for entry in fake.requests("update") if entry["response"]["status"] == 409)
    return f"beside a content sync: both completed, {conflicts} conflict(s) retried; then 1 person added, 1 deleted"


def access_control_without_license(run):
    run.expected_logs = ("Minimum required Elasticsearch license",)
    fake = run.start("--license", "basic")
    run.notebook([page("a")], use_document_level_security=True)
    service = run.service()
    job = fake.start_job("access_control")
    fake.until(lambda: service.says("Minimum required Elasticsearch license: 'platinum'. Actual license: 'basic'."))
    assert fake.job(job)["status"] == "pending"
    return "refused by the service, the job stays pending"


def cancel(run):
    fake = run.start()
    run.notebook([page(str(number)) for number in range(60)], seconds_per_page=1)
    run.service()
    job = fake.start_job()
    fake.until(lambda: fake.job(job)["status"] == "in_progress")
    time.sleep(3)
    fake.ask("PUT", f"/_connector/_sync_job/{job}/_cancel")
    ended = fake.ended(job)
    assert ended["status"] == "canceled" and ended["canceled_at"] and ended["completed_at"], ended
    statuses = fake.statuses(job)
    assert statuses == ["pending", "in_progress", "canceling", "canceled"], statuses
    return " → ".join(statuses)


def suspend_and_resume(run):
    fake = run.start()
    pages = [page(str(number)) for number in range(8)]
    run.notebook(pages, seconds_per_page=2)
    first = run.service()
    job = fake.start_job()
    fake.until(lambda: fake.job(job)["status"] == "in_progress")
    time.sleep(4)
    first.stop(signal.SIGINT)
    assert fake.connector()["last_sync_status"] == "suspended"
    suspended = fake.job(job)
    assert suspended["status"] == "suspended" and "completed_at" not in suspended, suspended
    run.service()
    ended = fake.ended(job, 60, ["completed"])
    statuses = fake.statuses(job)
    assert statuses == ["pending", "in_progress", "suspended", "in_progress", "completed"], statuses
    assert ended["started_at"] >= suspended["started_at"] and fake.count("search-notebook") == len(pages)
    return " → ".join(statuses) + f"; {len(pages)} documents"


def idle_and_orphan_cleanup(run):
    fake = run.start()
    run.notebook([page("a")])
    long_ago = (datetime.now(timezone.utc) - timedelta(minutes=6)).isoformat()
    idle = fake.start_job()
    fake.ask("PUT", f"/_connector/_sync_job/{idle}/_claim", {"worker_hostname": "a-machine-that-died"})
    fake.ask("POST", f"/.elastic-connectors-sync-jobs/_update/{idle}?refresh=true", {"doc": {"last_seen": long_ago}})
    fake.ask("PUT", "/_connector/gone", {"index_name": "search-gone", "service_type": "notebook"})
    orphan = fake.start_job(id="gone")
    fake.ask("PUT", f"/_connector/_sync_job/{orphan}/_claim", {"worker_hostname": "a-machine-that-died"})
    fake.ask("DELETE", "/_connector/gone?hard=true")
    run.service("cleanup")
    ended = [fake.ended(job) for job in (idle, orphan)]
    assert all(job["status"] == "error" for job in ended), ended
    assert {job["error"] for job in ended} == {"The job has not seen any update for some time."}
    # The scene itself sets last_seen back, which the lint notes.
    run.scene = ("last-seen-backwards",)
    return f"both: {ended[0]['error']}"


def filtering_draft(run):
    fake = run.start()
    run.notebook([page("a"), page("b", title="Draft b"), page("c")])
    run.service()
    fake.until(lambda: fake.connector()["status"] == "connected")
    now = datetime.now(timezone.utc).isoformat()
    rule = {"id": "no-drafts", "field": "title", "policy": "exclude", "rule": "starts_with", "value": "Draft", "order": 0}
    rest = {"id": "DEFAULT", "field": "_", "policy": "include", "rule": "regex", "value": ".*", "order": 1}
    rules = [{**each, "created_at": now, "updated_at": now} for each in (rule, rest)]
    fake.ask("PUT", "/_connector/notebook/_filtering", {"rules": rules})
    assert fake.connector()["filtering"][0]["draft"]["validation"]["state"] == "edited"
    fake.until(lambda: len(fake.connector()["filtering"][0]["active"]["rules"]) == 2)
    job = fake.ended(fake.start_job())
    assert fake.ids("search-notebook") == ["a", "c"], job
    snippet = {"created_at": now, "updated_at": now, "value": {"ids": ["c"]}}
    fake.ask("PUT", "/_connector/notebook/_filtering", {"advanced_snippet": snippet, "rules": rules[1:]})
    fake.until(lambda: fake.connector()["filtering"][0]["active"]["advanced_snippet"]["value"] == {"ids": ["c"]})
    job = fake.ended(fake.start_job())
    assert (fake.ids("search-notebook"), job["deleted_document_count"]) == (["c"], 1), job
    bad = {"advanced_snippet": {**snippet, "value": {"ids": "all"}}, "rules": rules[1:]}
    fake.ask("PUT", "/_connector/notebook/_filtering", bad)
    fake.until(lambda: fake.connector()["filtering"][0]["draft"]["validation"]["state"] == "invalid")
    errors = fake.connector()["filtering"][0]["draft"]["validation"]["errors"]
    run.expected_logs = ("filtering", "Filtering")
    return f"edited → valid → active, the rule and then the snippet filtered; a bad snippet: invalid, {errors[0]['messages']}"


def race(run):
    fake = run.start()
    run.notebook([page("a"), page("b")])
    # What each service wants first: the connector, as long as nobody else has it. All have read before the first writes.
    slow = {"path": "/.elastic-connectors/_update/notebook", "effect": {"delay": {"duration": "3s"}}, "times": 3}
    workers = [run.service("sync_content") for _ in range(3)]
    fake.until(lambda: all(worker.says("service started") for worker in workers))
    fake.ask("POST", "/_fake/faults", slow)
    job = fake.ended(fake.start_job(), 60)
    assert job["status"] == "completed", job
    updates = [e for e in fake.requests("update") if "if_seq_no" in e["request"]["rawQuery"]]
    outcomes = sorted(e["response"]["status"] for e in updates if "in_progress" in e["request"]["bodyText"])
    claims = len(fake.requests("connector.sync_job_claim"))
    winners = sum(worker.says("Executing full sync") for worker in workers)
    assert claims == winners == 1 and outcomes == [200, 409, 409], (claims, winners, outcomes)
    run.expected_logs = ("Exception found for task",)  # SyncJobStartError, of the two that lost
    return f"{winners} winner of {len(workers)}; the lock was answered {outcomes}; {claims} claim"


def connectors_cli(run):
    fake = run.start("--user", "elastic:changeme")
    (run.folder / "cli").mkdir(exist_ok=True)
    settings = run.folder / "cli" / "folder.json"
    settings.write_text(json.dumps({"directory": str(run.folder / "cli"), "pattern": "**/*.json"}))
    transcript = (run.folder / "cli.log").open("w")

    def cli(*arguments, answers=""):
        command = [sys.executable, "-m", "connectors.connectors_cli", *arguments]
        environment = {**os.environ, "PYTHONPATH": path()}
        done = subprocess.run(
            command, input=answers, capture_output=True, text=True, cwd=run.folder / "cli", env=environment, timeout=60
        )
        print("$", *arguments, "\n" + done.stdout + done.stderr, file=transcript, flush=True)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    for old in (run.folder / "cli").glob(".cli/*"):
        old.unlink()
    assert "failed" not in cli("login", "--host", fake.url, answers="elastic\nchangeme\n")
    assert "No connectors found" in cli("connector", "list")
    new = ["--index-name", "search-cli", "--service-type", "dir", "--index-language", "en", "--name", "cli"]
    made = cli("connector", "create", *new, "--from-file", str(settings))
    assert "has been created" in made and "Could not create" not in made, made
    connector = made.split("ID: ")[1].split(",")[0].strip()
    key = made.split("api_key: ")[1].split(")")[0].strip()
    fake.until(lambda: connector in cli("connector", "list"))
    job = json.loads(cli("job", "start", "-i", connector, "-t", "full", "-o", "json"))["id"]
    assert json.loads(cli("job", "view", job, "-o", "json"))["job_status"] == "pending"
    configuration = run.folder / "cli" / "service.yml"
    template = (Path(__file__).parent / "config.template.yml").read_text().split("connectors:\n")[0]
    entry = f"connectors:\n  - connector_id: {connector}\n    service_type: dir\n    api_key: {key}\n"
    configuration.write_text(template + entry)
    # The service writes to the content index with the connector's own key, to the rest as elastic.
    log = run.folder / "service-of-cli.log"
    service = Service(fake, log, config=configuration)
    run.services.append(service)
    ended = fake.ended(job)
    keyed = [e for e in fake.requests("bulk") if e["request"]["headers"]["authorization"].startswith("ApiKey ")]
    assert keyed and ended["indexed_document_count"] >= 1, ended
    # The service's own writes are not refreshed, and `list` is a search.
    fake.until(lambda: "completed" in cli("job", "list", connector))
    service.stop()
    waiting = json.loads(cli("job", "start", "-i", connector, "-t", "full", "-o", "json"))["id"]
    # `start` does not refresh, and `cancel` finds by search: straight after each other, it cancels nothing and says it did.
    fake.until(lambda: waiting in [job["id"] for job in fake.jobs()])
    assert "has been cancelled" in cli("job", "cancel", waiting, answers="y\n")
    # The command's own trap: it writes `canceling` on a pending job, which no worker picks up.
    assert fake.job(waiting)["status"] == "canceling"
    run.scene = ("illegal-status-transition",)
    assert "search-cli" in cli("index", "list")
    assert "has been cleaned" in cli("index", "clean", "search-cli", answers="y\n")
    assert fake.count("search-cli") == 0
    assert "has been deleted" in cli("index", "delete", "search-cli", answers="y\n")
    return f"login, create (with an API key the service then used: {len(keyed)} bulk), list, start, view, cancel, clean, delete"


SCENARIOS = [
    preflight,
    preflight_refuses_an_older_minor,
    preflight_serverless,
    heartbeat,
    folder_sync,
    scheduled_syncs,
    incremental_sync,
    access_control_sync,
    access_control_without_license,
    cancel,
    suspend_and_resume,
    idle_and_orphan_cleanup,
    filtering_draft,
    race,
    connectors_cli,
]


def play(scenario, refresh, logs):
    run = Run(scenario.__name__, refresh, logs)
    seen = failure = None
    try:
        seen = scenario(run)
    except (Exception, SystemExit):
        failure = traceback.format_exc(limit=-2)
    except KeyboardInterrupt:
        run.finish()
        raise
    found = [line for line in run.finish() if not any(rule in line for rule in run.scene)]
    verdict = "FAILED" if failure else "surprises" if found else "ok"
    print(f"{verdict:9} {scenario.__name__} ({refresh}): {seen or failure}", flush=True)
    for line in found:
        print(f"          - {line}", flush=True)
    return verdict == "ok"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--refresh", action="append", choices=["immediate", "nrt"])
    parser.add_argument("--logs", type=Path, default=None)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    logs = (options.logs or Path(tempfile.mkdtemp(prefix="python-service-"))).resolve()
    print(f"logs in {logs}")
    chosen = [each for each in SCENARIOS if not options.names or each.__name__ in options.names]
    results = [play(each, refresh, logs) for refresh in options.refresh or ["immediate"] for each in chosen]
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main()
