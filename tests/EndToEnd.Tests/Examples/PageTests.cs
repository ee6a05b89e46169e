using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>The worked example of every page about a workload does what the page says, on a host of its own whose containers are simulated.</summary>
public sealed class PageTests(HurriedHost host) : IClassFixture<HurriedHost>
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "docs", "workloads");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Pages))]
    public async Task Page_WorkedExample_DoesWhatThePageSays(string page)
    {
        var example = WorkedExample.Read(await File.ReadAllTextAsync(Path.Combine(Folder, page + ".md"), TestContext.Current.CancellationToken));
        Assert.NotEmpty(example.Commands);

        await using var place = await ExamplePlace.MakeAsync(host, $"page-{page}", example.Files);
        foreach (var command in example.Commands)
        {
            await place.RunAsync(command);
        }
    }
}
