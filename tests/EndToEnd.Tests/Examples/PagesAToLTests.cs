using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>Pages from a to l.</summary>
public sealed class PagesAToLTests(HurriedHost host) : PageTest(host)
{
    public static TheoryData<string> Pages => PagesFrom('a', 'l');

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Pages))]
    public Task Page_WorkedExample_DoesWhatThePageSays(string page) => TryOutAsync(page);
}
