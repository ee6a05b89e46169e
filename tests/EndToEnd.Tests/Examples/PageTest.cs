using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>The worked example of a page about a workload does what the page says, on a host whose containers are simulated. Pages mostly wait, so two hosts share them.</summary>
public abstract class PageTest(HurriedHost host) : IClassFixture<HurriedHost>
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "docs", "workloads");

    /// <summary>The pages whose names begin so.</summary>
    protected static TheoryData<string> PagesFrom(char first, char last) =>
        [.. Directory.GetFiles(Folder, "*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Where(p => p[0] >= first && p[0] <= last).Order(StringComparer.Ordinal)];

    protected async Task TryOutAsync(string page)
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
