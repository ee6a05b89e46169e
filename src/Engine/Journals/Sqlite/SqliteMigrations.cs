using System.Reflection;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// Applies the numbered scripts of <c>persistence/sqlite</c> that a database does not have yet, each in its own transaction; the number of
/// the last one is the database's <c>user_version</c>.
/// </summary>
internal static class SqliteMigrations
{
    private const string Folder = "sqlite/";

    public static void Apply(SqliteDatabase database)
    {
        var scripts = Scripts();
        var current = database.ReadNumber("PRAGMA user_version");
        if (current > scripts.Count)
        {
            throw new InvalidOperationException(
                $"The journal has schema {current}, written by a newer version; this one knows schema {scripts.Count}.");
        }

        for (var number = (int)current + 1; number <= scripts.Count; number++)
        {
            database.Execute($"BEGIN EXCLUSIVE; {scripts[number - 1]}; PRAGMA user_version = {number}; COMMIT");
        }
    }

    internal static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))
            .ToList();
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
