"""The fake and Elastic's connector service as processes, and what the runs ask them."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).parent
JOBS = ".elastic-connectors-sync-jobs"
BASIC = "Basic " + b64encode(b"elastic:changeme").decode()

ENDS = ("completed", "error", "canceled", "suspended")


class Fake:
    """The server: `FAKE_COMMAND`, or the package's own command; on a port that is free."""

    def __init__(self, *flags):
        command = shlex.split(os.environ.get("FAKE_COMMAND", "npx elasticsearch-connector-fake"))
        asked = ["--port", os.environ.get("FAKE_PORT", "0"), "--ready", "json", "--quiet", "--license", "platinum"]
        self.process = subprocess.Popen([*command, *asked, *flags], stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("{"):
                self.url = json.loads(line)["url"]
                return
        raise SystemExit("The fake did not start.")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def ask(self, method, path, body=None, ok=True):
        data = None if body is None else json.dumps(body).encode()
        headers = {"content-type": "application/json", "authorization": BASIC}
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as error:
            if ok:
                raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}") from error
            return error.code

    # What is stored

    def connector(self, id="notebook"):
        return self.ask("GET", f"/_connector/{id}")

    def job(self, id):
        return self.ask("GET", f"/_connector/_sync_job/{id}")

    def jobs(self):
        return self.ask("GET", "/_connector/_sync_job?size=100")["results"]

    def count(self, index):
        self.ask("POST", f"/{index}/_refresh")
        return self.ask("GET", f"/{index}/_count")["count"]

    def ids(self, index):
        self.ask("POST", f"/{index}/_refresh")
        found = self.ask("POST", f"/{index}/_search", {"size": 100, "sort": ["_doc"]})
        return sorted(hit["_id"] for hit in found["hits"]["hits"])

    # What happened

    def requests(self, api=None):
        return self.ask("GET", "/_fake/journal" + (f"?api={api}" if api else ""))["requests"]

    def statuses(self, job_id):
        history = self.ask("GET", f"/_fake/history/{JOBS}/{job_id}")["transitions"]
        return [step["to"] for step in history if step["to"] != step["from"]]

    def start_job(self, kind="full", id="notebook"):
        return self.ask("POST", "/_connector/_sync_job", {"id": id, "job_type": kind})["id"]

    def ended(self, job_id, seconds=40, status=ENDS):
        """The job once it has ended and the service has said so to its connector too, which it does last."""
        job = self.until(lambda: (job := self.job(job_id))["status"] in status and job, seconds)
        kind = "last_access_control_sync_status" if job["job_type"] == "access_control" else "last_sync_status"
        if self.ask("HEAD", f"/.elastic-connectors/_doc/{job['connector']['id']}", ok=False) != 404:
            self.until(lambda: self.connector(job["connector"]["id"]).get(kind) == job["status"])
        return job

    def until(self, condition, seconds=40):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if outcome := condition():
                return outcome
            time.sleep(0.2)
        raise AssertionError("not within %s seconds; jobs: %s" % (seconds, json.dumps(self.jobs(), indent=1)))

    def surprises(self):
        """What no clean run has: refusals, gaps of the emulation, breaches of the protocol."""
        found = []
        for entry in self.requests():
            request, response = entry["request"], entry["response"] or {}
            status = response.get("status", 0)
            what = f"{request['method']} {request['rawPath']} {status}"
            if entry["gap"]:
                found.append(f"gap: {what} {entry['gap']}")
            elif status >= 400 and not is_usual(request, status):
                found.append(f"{what} {response.get('bodyText', '')[:300]}")
        return found + [f"lint: {each['rule']}: {each['message']}" for each in self.ask("GET", "/_fake/lint")["violations"]]


def is_usual(request, status):
    """What the service itself provokes: it looks for an index before it creates it, and tries again after a conflict."""
    lost_race = status == 409 and "if_seq_no" in (request["rawQuery"] or "")
    return lost_race or (request["method"] == "HEAD" and status == 404)


class Service:
    """One process of the connector service, working for the connectors of config.template.yml."""

    def __init__(self, fake, log, *actions, config=HERE / "config.template.yml", **environment):
        self.log = Path(log)
        start = "from connectors.service_cli import main; main()"
        options = [option for action in actions for option in ("--action", action)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", start, "--config-file", str(config), "--debug", *options],
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
            env={**os.environ, "FAKE_URL": fake.url, **environment, "PYTHONPATH": path()},
        )

    def stop(self, how=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(60)

    def says(self, text):
        return text in self.log.read_text()

    def complaints(self, expected=()):
        lines = self.log.read_text().splitlines()
        bad = [line for line in lines if "[ERROR]" in line or "[CRITICAL]" in line]
        return [f"log: {line[:300]}" for line in bad if not any(text in line for text in (*expected, "was cancelled"))]


def path():
    return os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
