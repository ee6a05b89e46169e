namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>SQLite refused a call.</summary>
internal sealed class SqliteException(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    /// <summary>The extended result code.</summary>
    public int Code { get; } = code;
}
