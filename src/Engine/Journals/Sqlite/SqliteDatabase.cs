using SQLitePCL;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// One connection, used by one thread at a time. The C API is called almost directly: an ADO.NET layer would cost a multiple of
/// what the statements themselves cost.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly List<SqliteStatement> _statements = [];

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    public static SqliteDatabase OpenWritable(string path) =>
        Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX);

    public static SqliteDatabase OpenReadOnly(string path) =>
        Open(path, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        var statement = new SqliteStatement(this, handle);
        _statements.Add(statement);
        return statement;
    }

    public long ReadNumber(string sql)
    {
        var statement = Prepare(sql);
        var number = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return number;
    }

    /// <summary>Copies pages from the log into the database as far as no reader needs the old ones.</summary>
    public void Checkpoint(int mode) => Check(raw.sqlite3_wal_checkpoint_v2(_handle, "main", mode, out _, out _));

    /// <summary>A transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_extended_errcode(_handle), raw.sqlite3_errmsg(_handle).utf8_to_string());
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        raw.sqlite3_close_v2(_handle);
    }

    private static SqliteDatabase Open(string path, int flags)
    {
        Batteries_V2.Init();
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            raw.sqlite3_close_v2(handle);
            throw new SqliteException(code, $"cannot open '{path}'");
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 5_000);
        return new SqliteDatabase(handle);
    }
}
