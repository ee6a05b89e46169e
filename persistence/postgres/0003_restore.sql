-- To be called once after the database was restored from a backup; hosts may run meanwhile. Hosts and clients have seen revisions that the backup doesn't have: none of them must come again
-- with another meaning. So the journal goes on far above, and its history begins there: watches from before are told to list anew. All hosts are new ones: whoever runs finds that it is no
-- member any more, stops acting and starts anew from what was restored. Returns the new head.
CREATE FUNCTION restored() RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    -- A thousand revisions a second for a quarter of an hour were not more.
    _gap  CONSTANT bigint := 1000000;
    _head bigint;
BEGIN
    SELECT j.head INTO _head FROM journal j WHERE j.id = 1 FOR NO KEY UPDATE;
    PERFORM 1 FROM compaction c WHERE c.id = 1 FOR NO KEY UPDATE;
    -- The whole history is old: as of the year 9999, nothing is inside a window of no length.
    PERFORM compact_events(_head, 253402300799999, 0, 0, _head);
    UPDATE journal j SET head = _head + _gap WHERE j.id = 1;
    UPDATE compaction c SET revision = _head + _gap WHERE c.id = 1;
    DELETE FROM member;
    UPDATE membership m SET version = m.version + _gap WHERE m.id = 1;
    RETURN _head + _gap;
END
$$;

INSERT INTO schema_version (number, min_reader) VALUES (3, 1);
