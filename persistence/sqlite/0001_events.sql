-- The journal. One row is one accepted change of one object, with the whole new object.
-- Rows are only ever inserted (in revision order, by one writer) and, when compacted, deleted.
CREATE TABLE event (
    revision INTEGER PRIMARY KEY,   -- cluster-wide order
    object   TEXT    NOT NULL,      -- resource/namespace/name
    version  INTEGER NOT NULL,      -- per object: 1, 2, 3...
    kind     INTEGER NOT NULL,      -- 0 put, 1 delete
    time     INTEGER NOT NULL,      -- Unix milliseconds, never decreasing
    cause    TEXT    NOT NULL,      -- who and why
    state    BLOB    NOT NULL       -- UTF-8 JSON with an empty resourceVersion; of a deletion the last state
);

-- What makes writing safe: of two writers that expect the same version one is refused.
CREATE UNIQUE INDEX event_object_version ON event (object, version);

-- The horizon: above it every event is kept. Also the lower bound of the head when the newest events were compacted tombstones.
CREATE TABLE compaction (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
);

INSERT INTO compaction (id, revision) VALUES (1, 0);
