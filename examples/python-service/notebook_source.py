"""A data source for Elastic's connector service: the pages of a notebook, kept in one JSON file.

It is small on purpose, and does everything a source can do: full syncs, incremental syncs with a cursor, access control,
advanced sync rules. The file:

    {
      "pages": [
        {"id": "p1", "title": "Plans", "text": "…", "changed": "2024-06-01T12:00:00Z", "readers": ["ann@example.org"]},
        {"id": "p2", "changed": "2024-06-02T12:00:00Z", "removed": true}
      ],
      "people": ["ann@example.org", "bob@example.org"]
    }
"""

import asyncio
import json
from pathlib import Path

from connectors_sdk.filtering.validation import FilteringValidationState, SyncRuleValidationResult
from connectors_sdk.source import BaseDataSource


class PageIds:
    """The advanced rules of a notebook name the pages to sync: `{"ids": ["p1", "p2"]}`."""

    async def validate(self, rules):
        if isinstance(rules, dict) and isinstance(rules.get("ids"), list):
            return SyncRuleValidationResult.valid_result(SyncRuleValidationResult.ADVANCED_RULES)
        reason = "A notebook is filtered by [ids], a list of page ids."
        return SyncRuleValidationResult(SyncRuleValidationResult.ADVANCED_RULES, False, reason)


class NotebookSource(BaseDataSource):
    name = "Notebook"
    service_type = "notebook"
    incremental_sync_enabled = True
    advanced_rules_enabled = True
    dls_enabled = True

    @classmethod
    def get_default_configuration(cls):
        return {
            "file": {"label": "File", "order": 1, "type": "str", "value": ""},
            "seconds_per_page": {"label": "Seconds per page", "order": 2, "type": "int", "value": 0},
            "use_document_level_security": {
                "display": "toggle",
                "label": "Who may read what",
                "order": 3,
                "type": "bool",
                "value": False,
            },
        }

    def advanced_rules_validators(self):
        return [PageIds()]

    async def ping(self):
        self._notebook()

    async def get_docs(self, filtering=None):
        chosen = None
        if filtering is not None and filtering.has_advanced_rules():
            chosen = set(filtering.get_advanced_rules()["ids"])
        for page in self._notebook()["pages"]:
            self._seen(page)
            if page.get("removed") or (chosen is not None and page["id"] not in chosen):
                continue
            await self._wait()
            yield self._document(page), None

    async def get_docs_incrementally(self, sync_cursor, filtering=None):
        since = (sync_cursor or {}).get("changed", "")
        self._sync_cursor = dict(sync_cursor or {})
        for page in self._notebook()["pages"]:
            if page["changed"] <= since:
                continue
            self._seen(page)
            await self._wait()
            if page.get("removed"):
                yield {"_id": page["id"]}, None, "delete"
            else:
                yield self._document(page), None, "update" if page.get("edited") else "index"

    async def get_access_control(self):
        for address in self._notebook()["people"]:
            yield {
                "_id": address,
                "identity": {"email": address},
                "query": {
                    "template": {
                        "params": {"access_control": [address]},
                        "source": {"bool": {"filter": {"terms": {"_allow_access_control.enum": [address]}}}},
                    }
                },
            }

    def _notebook(self):
        return json.loads(Path(self.configuration["file"]).read_text())

    def _seen(self, page):
        """Moves the cursor on. A full sync has to leave one behind too, or it takes the incremental sync's away."""
        cursor = self._sync_cursor or {}
        self._sync_cursor = {"changed": max(cursor.get("changed", ""), page["changed"])}

    async def _wait(self):
        await asyncio.sleep(self.configuration["seconds_per_page"])

    def _document(self, page):
        document = {
            "_id": page["id"],
            "_timestamp": page["changed"],
            "title": page["title"],
            "text": page["text"],
        }
        if self.configuration["use_document_level_security"]:
            document["_allow_access_control"] = page["readers"]
        return document
