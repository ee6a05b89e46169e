-- Each event names the one that it supersedes, and the one writer remembers the newest event of each object. There is no index any more, which had each append write a page somewhere in its
-- middle. What makes writing safe is the order: of two writers that give the same revision one is refused.
CREATE TABLE new_event (
    revision   INTEGER PRIMARY KEY,   -- cluster-wide order
    object     TEXT    NOT NULL,      -- resource/namespace/name
    version    INTEGER NOT NULL,      -- per object: 1, 2, 3...
    superseded INTEGER NOT NULL,      -- revision of the version before, which may be compacted; 0 for none
    kind       INTEGER NOT NULL,      -- 0 put, 1 delete
    time       INTEGER NOT NULL,      -- Unix milliseconds, never decreasing
    cause      TEXT    NOT NULL,      -- who and why
    state      BLOB    NOT NULL       -- UTF-8 JSON with an empty resourceVersion; of a deletion the last state
);

INSERT INTO new_event (revision, object, version, superseded, kind, time, cause, state)
SELECT revision, object, version,
       coalesce((SELECT before.revision FROM event AS before WHERE before.object = event.object AND before.version = event.version - 1), 0),
       kind, time, cause, state
FROM event
ORDER BY revision;

DROP TABLE event;
ALTER TABLE new_event RENAME TO event;
