using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Tests.Proxy.Tables;

/// <summary>Endpoints by state and place in, those that are used out.</summary>
public sealed class EndpointChoiceTests
{
    private const int Limit = 60_000;

    /// <summary>An endpoint is a letter for its state (r ready, t ending and serving, n neither), L if it is local, and zones behind a colon.</summary>
    [Theory(Timeout = Limit)]
    [InlineData("r r", "0 1", "", true)]
    [InlineData("rL r", "0 1", "0", true)]
    [InlineData("r n t", "0", "", true)]
    [InlineData("n tL t", "1 2", "1", true)]
    [InlineData("r tL", "0", "1", true)]
    [InlineData("rL tL", "0", "0", true)]
    [InlineData("n n", "", "", false)]
    [InlineData("", "", "", false)]
    [InlineData("r:a r:b r:a", "0 2", "", true)]
    [InlineData("r:a r r:a", "0 1 2", "", true)]
    [InlineData("r:b r:c", "0 1", "", true)]
    [InlineData("r:b r:a,b", "1", "", true)]
    [InlineData("rL:b r:a", "1", "0", true)]
    [InlineData("t:b t:a", "0 1", "", true)]
    public Task Of_Endpoints_ChoosesAsKubeProxy(string endpoints, string cluster, string local, bool any)
    {
        var all = endpoints.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();

        var choice = EndpointChoice.Of(all, "a");

        Assert.Equal(cluster, Text(choice.Cluster));
        Assert.Equal(local, Text(choice.Local));
        Assert.Equal(any, choice.HasAny);
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Of_NodeWithoutZone_IgnoresHints()
    {
        Assert.Equal("0 1", Text(EndpointChoice.Of([Parse("r:a", 0), Parse("r:b", 1)], null).Cluster));
        return Task.CompletedTask;
    }

    private static ServiceEndpoint Parse(string text, int number)
    {
        var parts = text.Split(':');
        var isLocal = parts[0].EndsWith('L');
        return new ServiceEndpoint(new Backend((uint)number, 80), text[0] == 'r', text[0] != 'n', text[0] == 't', isLocal, isLocal, parts.Length > 1 ? parts[1].Split(',') : []);
    }

    private static string Text(IEnumerable<ServiceEndpoint> endpoints) => string.Join(' ', endpoints.Select(static e => e.Backend.Address));
}
