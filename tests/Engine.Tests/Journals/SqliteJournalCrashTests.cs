using System.Diagnostics;
using ActorKube.Engine.Journals.Sqlite;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public sealed class SqliteJournalCrashTests
{
    [Fact]
    public async Task Kill_InTheMiddleOfWrites_LosesNothingThatWasAcknowledged()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.db");
        var acknowledged = new List<string>();

        // Several times: recovery must also work on what recovery left.
        for (var round = 0; round < 3; round++)
        {
            acknowledged.AddRange(await WriteAndKillAsync(path, writes: 500));
        }

        await using var journal = SqliteJournal.Open(new SqliteJournalOptions { Path = path }, TimeProvider.System);
        var kept = await journal.ReadAsync(0, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(acknowledged.Count >= 1500);
        Assert.Empty(acknowledged.Except(kept.Select(e => $"{e.Revision} {e.Key} {e.Version}")));
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(r => (long)r), kept.Select(e => e.Revision));
    }

    private static async Task<List<string>> WriteAndKillAsync(string path, int writes)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(CrashingWriter).Assembly.GetName().Name!);
        using var process = Process.Start(new ProcessStartInfo(program, [CrashingWriter.Argument, path]) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (lines.Count == writes)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // The last line may have been cut by the kill.
        return lines.Where(line => line.Split(' ') is [_, _, var version] && version.Length > 0).ToList();
    }
}
