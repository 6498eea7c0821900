"""The official Python client against the fake: its helpers and its connector API, sync and async.

    FAKE_URL=http://127.0.0.1:9200 python python_client.py

Works with elasticsearch-py 8 and 9; says which one it found.
"""

import asyncio
import os
import warnings

import elasticsearch
from elasticsearch import AsyncElasticsearch, BadRequestError, ConflictError, Elasticsearch, NotFoundError, helpers

# The client warns that the connector API is in beta.
warnings.simplefilter("ignore", elasticsearch.exceptions.GeneralAvailabilityWarning)

URL = os.environ["FAKE_URL"]
NEW = elasticsearch.__version__ >= (9,)


def documents(count, index):
    return ({"_index": index, "_id": str(number), "number": number} for number in range(count))


def bulk_and_scan():
    es = Elasticsearch(URL)
    written, errors = helpers.bulk(es, documents(2500, "py-sync"), chunk_size=500, refresh="wait_for")
    assert (written, errors) == (2500, []), (written, errors)
    assert sum(1 for ok, _ in helpers.streaming_bulk(es, documents(10, "py-sync")) if ok) == 10
    assert sum(1 for ok, _ in helpers.parallel_bulk(es, documents(20, "py-sync"), thread_count=2) if ok) == 20
    found = sorted(hit["_source"]["number"] for hit in helpers.scan(es, index="py-sync", size=400))
    assert found == list(range(2500)), len(found)
    ordered = [hit["_source"]["number"] for hit in helpers.scan(
        es, index="py-sync", query={"sort": [{"number": "desc"}]}, size=1000, preserve_order=True)]
    assert ordered == sorted(found, reverse=True)
    actions = [{"_op_type": "create", "_index": "py-sync", "_id": "1"}, {"_op_type": "delete", "_index": "py-sync", "_id": "none"}]
    try:
        helpers.bulk(es, actions)
        raise AssertionError("bulk errors must raise")
    except helpers.BulkIndexError as error:
        kinds = [(next(iter(item)), next(iter(item.values()))["status"]) for item in error.errors]
        assert kinds == [("create", 409), ("delete", 404)], kinds
    _, errors = helpers.bulk(es, [{"_op_type": "update", "_index": "py-sync", "_id": "2", "doc": {"x": 1}}, *actions], raise_on_error=False)
    assert len(errors) == 2
    with_pit = es.open_point_in_time(index="py-sync", keep_alive="1m")
    page = es.search(pit={"id": with_pit["id"], "keep_alive": "1m"}, size=1000, sort=["number"], track_total_hits=False)
    total = 0
    while page["hits"]["hits"]:
        total += len(page["hits"]["hits"])
        last = page["hits"]["hits"][-1]["sort"]
        page = es.search(pit={"id": page["pit_id"], "keep_alive": "1m"}, size=1000, sort=["number"], search_after=last)
    assert total == 2500 and es.close_point_in_time(id=page["pit_id"])["succeeded"]
    return "bulk, streaming_bulk, parallel_bulk, scan, point in time"


async def async_bulk_and_scan():
    async with AsyncElasticsearch(URL) as es:
        written, errors = await helpers.async_bulk(es, documents(1500, "py-async"), refresh=True)
        assert (written, errors) == (1500, [])
        count = [ok async for ok, _ in helpers.async_streaming_bulk(es, documents(5, "py-async"))]
        assert count == [True] * 5
        ids = {hit["_id"] async for hit in helpers.async_scan(es, index="py-async", size=250, query={"_source": ["number"]})}
        assert len(ids) == 1500
    return "async_bulk, async_streaming_bulk, async_scan"


def refused(error, call, *arguments, **options):
    try:
        call(*arguments, **options)
    except error as found:
        return found
    raise AssertionError(f"{error.__name__} expected")


def connector_api():
    es = Elasticsearch(URL)
    api = es.connector
    one = {"index_name": "search-py-1", "name": "one", "service_type": "notebook"}
    assert api.put(connector_id="py-1", **one)["result"] == "created"
    made = api.post(index_name="search-py-post", name="posted", service_type="notebook")["id"]
    assert api.get(connector_id="py-1")["status"] == "created"
    field = {"default_value": None, "depends_on": [], "display": "textbox", "label": "F", "options": [], "order": 1,
             "required": True, "sensitive": False, "tooltip": None, "type": "str", "ui_restrictions": [], "validations": [], "value": ""}
    updates = [
        (api.update_configuration, {"configuration": {"f": field}}),
        (api.update_configuration, {"values": {"f": "x"}}),
        (api.update_status, {"status": "connected"}),
        (api.check_in, {}),
        (api.update_error, {"error": "oops"}),
        (api.update_name, {"name": "renamed", "description": "d"}),
        (api.update_index_name, {"index_name": "search-py-other"}),
        (api.update_native, {"is_native": False}),
        (api.update_pipeline, {"pipeline": {"extract_binary_content": True, "name": "p", "reduce_whitespace": True, "run_ml_inference": False}}),
        (api.update_scheduling, {"scheduling": {"full": {"enabled": True, "interval": "0 0 0 * * ?"}}}),
        (api.update_service_type, {"service_type": "notebook"}),
        (api.update_api_key_id, {"api_key_id": "a", "api_key_secret_id": "b"}),
        (api.update_features, {"features": {"incremental_sync": {"enabled": True}}}),
        (api.update_filtering, {"advanced_snippet": {"created_at": "2024-06-01T12:00:00Z", "updated_at": "2024-06-01T12:00:00Z", "value": {}}}),
        (api.update_filtering_validation, {"validation": {"state": "valid", "errors": []}}),
        (api.update_active_filtering, {}),
        (api.last_sync, {"last_synced": "2024-06-01T12:00:00Z", "last_sync_status": "completed", "sync_cursor": {"c": 1}}),
    ]
    for call, body in updates:
        assert call(connector_id="py-1", **body)["result"] in ("updated", "noop"), call
    listed = api.list(service_type="notebook", size=100)
    assert {"py-1", made} <= {each["id"] for each in listed["results"]}, listed
    # `last_sync` writes no cursor of its own; the job takes what the connector has.
    job = api.sync_job_post(id="py-1", job_type="full", trigger_method="on_demand")["id"]
    assert api.sync_job_claim(connector_sync_job_id=job, worker_hostname="me")["result"] == "updated"
    assert api.sync_job_check_in(connector_sync_job_id=job)["result"] == "updated"
    counts = {"deleted_document_count": 1, "indexed_document_count": 2, "indexed_document_volume": 3}
    assert api.sync_job_update_stats(connector_sync_job_id=job, **counts)["result"] == "updated"
    assert api.sync_job_get(connector_sync_job_id=job)["status"] == "in_progress"
    assert api.sync_job_cancel(connector_sync_job_id=job)["result"] == "updated"
    assert api.sync_job_error(connector_sync_job_id=job, error="gone wrong")["result"] == "updated"
    es.indices.refresh(index=".elastic-connectors-sync-jobs")
    assert api.sync_job_list(connector_id="py-1", status="error", job_type=["full"])["count"] == 1
    assert api.sync_job_delete(connector_sync_job_id=job)["acknowledged"]
    assert api.delete(connector_id=made)["acknowledged"]
    if NEW:
        assert api.get(connector_id=made, include_deleted=True)["deleted"]
        assert api.delete(connector_id=made, hard=True)["acknowledged"]
    refused(NotFoundError, api.get, connector_id="none")
    error = refused(BadRequestError, api.put, connector_id="py-2", index_name="search-py-other", name="x", service_type="y")
    refused(BadRequestError, api.update_scheduling, connector_id="py-1", scheduling={"full": {"enabled": True, "interval": "x"}})
    es.index(index="py-lock", id="1", document={})
    refused(ConflictError, es.index, index="py-lock", id="1", document={}, if_seq_no=7, if_primary_term=1)
    return f"{len(updates)} updates, sync jobs from post to delete, refusals ({error.error})"


Elasticsearch(URL).perform_request("POST", "/_fake/reset")
print("elasticsearch-py", elasticsearch.__versionstr__, "-", Elasticsearch(URL).info()["version"]["number"])
print("ok", bulk_and_scan())
print("ok", asyncio.run(async_bulk_and_scan()))
print("ok", connector_api())
