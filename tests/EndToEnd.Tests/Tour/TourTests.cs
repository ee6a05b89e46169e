using ActorKube.EndToEnd.Tests.Pods;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Tour;

/// <summary><c>samples/tour</c>, against real containers. The script checks each of its steps; here it is checked that it came to its end and what its client saw.</summary>
public sealed class TourTests(EngineHost host) : IClassFixture<EngineHost>
{
    [Fact(Timeout = 400_000)]
    public async Task Tour_AllSteps_AreDoneUnderAClientThatSeesNoError()
    {
        var (exitCode, output) = await host.ShellAsync($"TOUR_IMAGE={TestImage.Name} ./tour.sh", Path.Combine(Repository.Folder, "samples", "tour"));

        Assert.True(exitCode == 0, output);
        Assert.Matches("[1-9][0-9]* answers from v1\n[1-9][0-9]* answers from v2\n[1-9][0-9]* requests, 0 errors\n", output);
        Assert.Contains("NotFound", (await host.KubectlAsync("get namespace tour")).Output, StringComparison.Ordinal);
    }
}
