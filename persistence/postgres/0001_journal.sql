-- The journal. One row is one accepted change of one object, with the whole new object.
-- Rows are only ever inserted (in revision order, by whoever holds the lock on the head) and, when compacted, deleted.
CREATE TABLE event (
    revision bigint   PRIMARY KEY,          -- cluster-wide order
    object   text     NOT NULL COLLATE "C", -- resource/namespace/name
    version  bigint   NOT NULL,             -- per object: 1, 2, 3...
    kind     smallint NOT NULL,             -- 0 put, 1 delete
    time     bigint   NOT NULL,             -- Unix milliseconds, never decreasing
    cause    text     NOT NULL,             -- who and why
    state    bytea    NOT NULL              -- UTF-8 JSON with an empty resourceVersion; of a deletion the last state
);

-- What makes writing safe: of two writers that expect the same version one is refused. Read backwards it is the head of each object.
CREATE UNIQUE INDEX event_object_version ON event (object, version);

-- States stay in the row up to 8 kB and are never compressed: both would cost time under the lock on the head.
ALTER TABLE event SET (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
ALTER TABLE event ALTER COLUMN state SET STORAGE EXTERNAL;

-- The newest revision. Its row lock is held from the assignment of revisions to the end of the commit, which makes revisions visible in order.
CREATE TABLE journal (
    id   integer PRIMARY KEY CHECK (id = 1),
    head bigint  NOT NULL,
    time bigint  NOT NULL                   -- of the newest event
);

INSERT INTO journal (id, head, time) VALUES (1, 0, 0);

-- The horizon: above it every event is kept. A table of its own, so that compacting does not wait for appends or they for it.
CREATE TABLE compaction (
    id       integer PRIMARY KEY CHECK (id = 1),
    revision bigint  NOT NULL
);

INSERT INTO compaction (id, revision) VALUES (1, 0);

-- Each opened journal, with its newest committed batch and what became of it: a batch whose outcome its host did not learn is sent again,
-- and is then answered from here instead of being appended twice.
CREATE TABLE writer (
    id     uuid    PRIMARY KEY,
    batch  bigint  NOT NULL,                -- counts up; one that is below was given up by its host
    head   bigint  NOT NULL,                -- newest revision before the batch
    time   bigint  NOT NULL,
    found  bigint[] NOT NULL,               -- per append: the object's version before it
    fenced boolean NOT NULL DEFAULT false   -- appends of this writer are refused for good
) WITH (fillfactor = 50, toast_tuple_target = 8160);

ALTER TABLE writer ALTER COLUMN found SET STORAGE EXTERNAL;

-- Appends a batch in which each object occurs once. Must run in READ COMMITTED: each statement then sees what the previous holder of the lock committed.
-- AK001: the writer is fenced. AK002: the batch was given up by its host.
CREATE FUNCTION append_events(
    _writer uuid, _batch bigint, _now bigint,
    _objects text[], _expected bigint[], _kinds smallint[], _causes text[], _states bytea[],
    OUT head_before bigint, OUT batch_time bigint, OUT horizon bigint, OUT found_versions bigint[])
LANGUAGE plpgsql AS $$
DECLARE
    _last writer%ROWTYPE;
    _accepted bigint;
BEGIN
    SELECT j.head, j.time INTO head_before, batch_time FROM journal j WHERE j.id = 1 FOR NO KEY UPDATE;
    SELECT c.revision INTO horizon FROM compaction c WHERE c.id = 1;
    SELECT * INTO _last FROM writer w WHERE w.id = _writer;
    IF _last.fenced THEN
        RAISE EXCEPTION 'writer % is fenced', _writer USING ERRCODE = 'AK001';
    ELSIF _last.batch > _batch THEN
        RAISE EXCEPTION 'batch % of writer % was given up', _batch, _writer USING ERRCODE = 'AK002';
    ELSIF _last.batch = _batch THEN
        head_before := _last.head;
        batch_time := _last.time;
        found_versions := _last.found;
        RETURN;
    END IF;

    batch_time := greatest(batch_time, coalesce(_now, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint));
    SELECT array_agg(
            coalesce((SELECT e.version FROM event e WHERE e.object = i.object ORDER BY e.version DESC LIMIT 1), 0) ORDER BY i.place)
        INTO found_versions
        FROM unnest(_objects) WITH ORDINALITY AS i(object, place);

    INSERT INTO event (revision, object, version, kind, time, cause, state)
        SELECT head_before + row_number() OVER (ORDER BY i.place), i.object, i.expected + 1, i.kind, batch_time, i.cause, i.state
        FROM unnest(_objects, _expected, _kinds, _causes, _states, found_versions) WITH ORDINALITY
            AS i(object, expected, kind, cause, state, found, place)
        WHERE i.found = i.expected;
    GET DIAGNOSTICS _accepted = ROW_COUNT;

    INSERT INTO writer AS w (id, batch, head, time, found) VALUES (_writer, _batch, head_before, batch_time, found_versions)
        ON CONFLICT (id) DO UPDATE SET batch = excluded.batch, head = excluded.head, time = excluded.time, found = excluded.found;
    IF _accepted > 0 THEN
        UPDATE journal j SET head = head_before + _accepted, time = batch_time WHERE j.id = 1;
        PERFORM pg_notify(current_schema() || '.journal', format('%s %s', _writer, head_before + _accepted));
    END IF;
END
$$;

-- Refuses every later append of a writer. Waits for the one under way: none is committed after this.
CREATE FUNCTION fence_writer(_writer uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM journal j WHERE j.id = 1 FOR NO KEY UPDATE;
    INSERT INTO writer AS w (id, batch, head, time, found, fenced) VALUES (_writer, 0, 0, 0, '{}', true)
        ON CONFLICT (id) DO UPDATE SET fenced = true;
END
$$;

-- One step of compaction: advances the horizon over at most _count events that are neither above _limit nor inside the window. For each of them it
-- deletes what it superseded, and the event itself if it is a tombstone. The horizon is null while another host is at it.
CREATE FUNCTION compact_events(
    _limit bigint, _now bigint, _window bigint, _max_revisions bigint, _count bigint,
    OUT horizon bigint, OUT deleted bigint, OUT advanced boolean)
LANGUAGE plpgsql AS $$
DECLARE
    _head bigint;
    _time bigint;
    _event record;
    _rows bigint;
BEGIN
    deleted := 0;
    advanced := false;
    SELECT c.revision INTO horizon FROM compaction c WHERE c.id = 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF horizon IS NULL THEN
        RETURN;
    END IF;

    SELECT j.head INTO _head FROM journal j WHERE j.id = 1;
    _time := coalesce(_now, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) - _window;
    FOR _event IN
        SELECT e.revision, e.object, e.version, e.kind, e.time FROM event e
        WHERE e.revision > horizon AND e.revision <= _limit ORDER BY e.revision LIMIT _count
    LOOP
        EXIT WHEN _event.time > _time AND _event.revision > _head - _max_revisions;
        IF _event.version > 1 OR _event.kind = 1 THEN
            DELETE FROM event e WHERE e.object = _event.object AND e.version < _event.version + _event.kind;
            GET DIAGNOSTICS _rows = ROW_COUNT;
            deleted := deleted + _rows;
        END IF;
        horizon := _event.revision;
        advanced := true;
    END LOOP;

    IF advanced THEN
        UPDATE compaction c SET revision = horizon WHERE c.id = 1;
    ELSE
        -- Journals that were not closed in order and wrote nothing for a week are gone.
        DELETE FROM writer w WHERE NOT w.fenced AND w.time < _time + _window - 604800000;
    END IF;
END
$$;

INSERT INTO schema_version (number, min_reader) VALUES (1, 1);
