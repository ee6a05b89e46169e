using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>Pages from m to z.</summary>
public sealed class PagesMToZTests(HurriedHost host) : PageTest(host)
{
    public static TheoryData<string> Pages => PagesFrom('m', 'z');

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Pages))]
    public Task Page_WorkedExample_DoesWhatThePageSays(string page) => TryOutAsync(page);
}
