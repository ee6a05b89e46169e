using ActorKube.Engine.Journals.Sqlite;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

/// <summary>The process that is killed: writes without end, and prints each write after it was acknowledged.</summary>
internal static class CrashingWriter
{
    public const string Argument = "crashing-writer";

    public static async Task<int> RunAsync(string path)
    {
        await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = path }, TimeProvider.System);
        var start = await journal.GetHeadRevisionAsync();
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var version = 0; ; version++)
            {
                var key = Make.Key($"from{start}-w{writer}-{version / 10}");
                var result = await journal.AppendAsync(Make.Put(key, version % 10, new string('x', 1000)));
                await output.WriteLineAsync($"{result.Revision} {key} {result.Version}");
            }
        })));
        return 0;
    }
}
