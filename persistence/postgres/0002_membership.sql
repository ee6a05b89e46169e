-- Who is in. Every change of a row is a compare-and-swap on the version of the whole table; leases change without one.
CREATE TABLE membership (
    id      integer PRIMARY KEY CHECK (id = 1),
    version bigint  NOT NULL
);

INSERT INTO membership (id, version) VALUES (1, 0);

CREATE TABLE member (
    name        text        PRIMARY KEY COLLATE "C",
    incarnation bigint      NOT NULL,       -- a host that comes back is a new one
    status      smallint    NOT NULL,       -- 0 active, 1 stopped, 2 dead
    row         text        NOT NULL,       -- the rest, as JSON
    writer      uuid,                       -- of its journal; fenced when it is declared dead
    lease       timestamptz NOT NULL        -- by this database's clock
) WITH (fillfactor = 50);

-- False when the table is at another version.
CREATE FUNCTION write_member(_expected bigint, _name text, _incarnation bigint, _status smallint, _row text, _writer uuid)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    UPDATE membership SET version = version + 1 WHERE id = 1 AND version = _expected;
    IF NOT FOUND THEN
        RETURN false;
    END IF;

    INSERT INTO member (name, incarnation, status, row, writer, lease) VALUES (_name, _incarnation, _status, _row, _writer, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET incarnation = _incarnation, status = _status, row = _row, writer = _writer,
        lease = CASE WHEN member.incarnation = _incarnation THEN member.lease ELSE clock_timestamp() END;
    IF _status = 2 THEN
        UPDATE writer SET fenced = true WHERE id = _writer;
    END IF;

    RETURN true;
END $$;

-- False when the table is at another version.
CREATE FUNCTION remove_member(_expected bigint, _name text)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    UPDATE membership SET version = version + 1 WHERE id = 1 AND version = _expected;
    IF NOT FOUND THEN
        RETURN false;
    END IF;

    UPDATE writer SET fenced = true WHERE id = (SELECT writer FROM member WHERE name = _name);
    DELETE FROM member WHERE name = _name;
    RETURN true;
END $$;

-- The version of the table; null for a member that is dead or replaced.
CREATE FUNCTION renew_member(_name text, _incarnation bigint, _lease interval)
RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    UPDATE member SET lease = clock_timestamp() + _lease WHERE name = _name AND incarnation = _incarnation AND status = 0;
    RETURN CASE WHEN FOUND THEN (SELECT version FROM membership) END;
END $$;

INSERT INTO schema_version (number, min_reader) VALUES (2, 1);
